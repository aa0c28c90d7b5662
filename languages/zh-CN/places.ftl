# 视频和卡片发布到哪里。

places-told-thread = 视频会发布在卡片下的子区里。
places-told-member = 卡片和视频会发布在本频道中你的子区里。
places-told-channel = 卡片和视频会发布在本频道。
places-told-inside = 卡片和视频会发布在这个子区里。
places-told-no-threads = 卡片和视频会发布在本频道，因为这里不支持子区。
places-told-missing = 卡片和视频会发布在本频道：要使用子区，机器人还缺少权限：{ $permissions }。

places-private = 机器人不在这个私密子区里，无法发布视频。请在这里提及机器人让它加入，或换一个频道。

places-means-thread = 频道里显示每个视频的卡片，视频发布在卡片下的子区里。
places-means-member = 每位成员在每个频道有一个子区：由第一张卡片开启，之后的卡片和视频都发布在里面。
places-means-channel = 卡片和视频都显示在频道里，不开启子区。
places-means-always = 在子区或论坛帖子里提交的，都留在原处。机器人不能开启子区的地方，以及语音频道，全部直接发布在频道里。

places-thread-of = { $member } 的视频
places-thread = 视频
