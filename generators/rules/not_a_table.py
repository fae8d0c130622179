"""交来的文件不是表格

错在哪里：要导入的文件不是 .xlsx 或 .csv，或者是旧格式、设了密码、已经损坏。
为什么要紧：读不出格子里的内容，就什么也不能改。硬读下去，可能把乱码写进记录。

错误的写法：

    catalogue import 活动.xls

正确的写法：

    # 在 Excel 或 WPS 里“另存为”，类型选“Excel 工作簿（*.xlsx）”
    catalogue import 活动.xlsx
"""

CODE = "not-a-table"
