sanctions report build/report
xdg-open build/report/index.html
