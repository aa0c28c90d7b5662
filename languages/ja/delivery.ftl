# 動画が投稿されなかった理由。依頼のカードに表示される。

delivery-not-fetched = 完成した動画をプロバイダーから取得できませんでした。
delivery-place-gone = 動画を投稿するチャンネルがなくなりました。動画は保管されています。
delivery-not-allowed = ボットはここに動画を投稿できません。動画は保管されています。
delivery-too-large = 動画がこのサーバーには大きすぎます。動画は保管されています。
delivery-given-up = モデレーターがこの動画を打ち切りました。
