# 视频没有发布的原因，显示在任务的卡片上。

delivery-not-fetched = 无法从服务商取回已完成的视频。
delivery-place-gone = 要发布视频的频道已不存在。视频已保留。
delivery-not-allowed = 机器人不能在这里发布视频。视频已保留。
delivery-too-large = 视频对本服务器来说太大。视频已保留。
delivery-given-up = 版主已放弃这个视频。
