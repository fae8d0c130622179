"""附件没有人用

错在哪里：attachments 目录里有一个文件，没有一条记录、一个页面提到它。由 catalogue links --unused 检查。
为什么要紧：不会发布，也没有人更新；哪天有人照着旧表格填了，就要白跑一趟。里面如果有个人信息，留着就是隐患。

错误的写法：

    attachments/startup-loan-application-2019.docx      # 换了新表格，旧的没有删

正确的写法：

    blank_form: attachments/startup-loan-application.docx      # 有用的写进记录，没用的删掉
"""

CODE = "unused-attachment"
