"""不是记录的文件

错在哪里：栏目的目录里有一个不是记录的文件，或者文件名的结尾不是 .yml。
为什么要紧：这样的文件不会发布。您以为发出去了，群众却看不到。

错误的写法：

    content/faqs/how-long-loan.yaml
    content/faqs/申请表.docx

正确的写法：

    content/faqs/how-long-loan.yml
    content/attachments/startup-loan-application.docx
"""

CODE = "stray-file"
