"""附件的位置写得不对

错在哪里：附件要写成“attachments/文件名”。不能写上一级目录（..），文件名里不能有空格，也不能写自己电脑上的盘符。
为什么要紧：写别的位置，文件不会跟着发布，群众下载不到；还可能把不该公开的文件带上网。

错误的写法：

    blank_form: ../我的文件/申请表.docx

正确的写法：

    blank_form: attachments/startup-loan-application.docx
"""

CODE = "attachment-path"
