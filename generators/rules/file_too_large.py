"""文件太大

错在哪里：一个记录文件超过了1 MB（100万字节），大约是30万个汉字。
为什么要紧：一条记录用不了这么多字。多半是把图片、表格或者整本文件贴了进来，群众用手机打不开。

错误的写法：

    # policies/startup-loan-2023.yml 里贴了整本文件汇编

正确的写法：

    # policies/startup-loan-2023.yml 只写这一项政策
    # 整本文件作为附件，放进 attachments/ 目录
"""

CODE = "file-too-large"
