"""网址换了

错在哪里：写的网址还能打开，但是对方说已经永久换成了另一个，或者对方不让程序访问、要人工打开看一眼。由 catalogue links 检查。
为什么要紧：对方迟早会停掉旧的网址。现在改，群众就不会遇到打不开的那一天。

错误的写法：

    source_url: http://www.shili.example/a.html

正确的写法：

    source_url: https://www.shili.example/a.html
"""

CODE = "moved-link"
