# 動画とカードの投稿先。

places-told-thread = 動画はカードの下のスレッドに投稿されます。
places-told-member = カードと動画は、このチャンネルのあなたのスレッドに投稿されます。
places-told-channel = カードと動画はこのチャンネルに投稿されます。
places-told-inside = カードと動画はこのスレッドに投稿されます。
places-told-no-threads = ここにはスレッドがないため、カードと動画はこのチャンネルに投稿されます。
places-told-missing = カードと動画はこのチャンネルに投稿されます。スレッドを使うためにボットに不足している権限: { $permissions }

places-private = ボットはこのプライベートスレッドに参加していないため、動画を投稿できません。ここでボットにメンションして参加させるか、別のチャンネルを使ってください。

places-means-thread = チャンネルには各動画のカードが表示され、動画はカードの下のスレッドに投稿されます。
places-means-member = チャンネルごとに各メンバーのスレッドが1つでき、最初のカードで作られて、以後のカードと動画はすべてそこに入ります。
places-means-channel = カードも動画もチャンネルに表示され、スレッドは作られません。
places-means-always = スレッドやフォーラムの投稿の中で依頼したものは、そこに残ります。ボットがスレッドを作れない場所やボイスチャンネルでは、すべてチャンネルに直接投稿されます。

places-thread-of = { $member }さんの動画
places-thread = 動画
