using Beffroi.Chat.Rules.Notices;

namespace Beffroi.Chat.Feeding;

/// <summary>Tells whoever added a feed that it can no longer be read, while they may enter its room.</summary>
public sealed class FeedAlarm(Telling telling)
{
    public Task Ring(WatchedFeed feed, CancellationToken ct) => telling.Tell(new Notice(feed.AddedBy, null, NoticeReason.BrokenFeed, feed.Id, null), feed.RoomId, ct);
}
