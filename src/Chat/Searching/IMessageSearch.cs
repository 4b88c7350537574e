namespace Beffroi.Chat.Searching;

/// <summary>Full-text search of the messages: what each database engine does in its own way. It finds words and knows no right: its answer is only ever the source of a query that asks for rights.</summary>
public interface IMessageSearch
{
    /// <summary>Messages that hold all the words and one of each list of keys, as a part of a query.</summary>
    IQueryable<MessageHit> Match(Wanted wanted, IReadOnlyList<IReadOnlyList<string>> keys);
}

/// <summary>A message that holds the words. The last said has the highest order.</summary>
public sealed class MessageHit
{
    public required Guid Id { get; init; }

    /// <summary>The engine's own: never shown.</summary>
    public required long Order { get; init; }
}

/// <summary>What a message is indexed by beside its words, so that an engine looks among those of some rooms or people alone.</summary>
public static class MessageKeys
{
    public static string Room(Guid id) => "r" + id.ToString("N");
    public static string Author(Guid id) => "a" + id.ToString("N");
    public static string Organisation(Guid id) => "o" + id.ToString("N");
}
