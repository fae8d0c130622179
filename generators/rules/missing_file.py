"""少了必须有的文件

错在哪里：网站身份 site.yml，或者 vocabularies 目录里的适用人群、主题、适用地区，少了一个。
为什么要紧：没有它们，不知道网站是谁办的，也不知道有哪些人群可以选，整个网站都做不出来。

错误的写法：

    content/vocabularies/           # 只有 audiences.yml 和 topics.yml

正确的写法：

    content/site.yml
    content/vocabularies/audiences.yml
    content/vocabularies/topics.yml
    content/vocabularies/regions.yml
"""

CODE = "missing-file"
