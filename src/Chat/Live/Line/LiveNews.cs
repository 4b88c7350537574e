namespace Beffroi.Chat.Live;

/// <summary>What a live connection is told. It carries nothing that its receiver could not read on the page.</summary>
public interface ILiveNews
{
    Guid Room { get; }
}

public interface INamedNews : ILiveNews
{
    /// <summary>As the client knows it.</summary>
    static abstract string Name { get; }
}

/// <summary>A message that everybody in the room reads.</summary>
/// <param name="Before">Place of the one before it that everybody reads: whoever does not have it asks for what is missing.</param>
/// <param name="Html">Null: the client asks for it, because each reads it with rights of their own.</param>
public sealed record Posted(Guid Room, Guid? Thread, Guid Id, long Place, long Before, string? Html) : INamedNews
{
    public static string Name => "posted";
}

/// <summary>A message for some in the room, told to them alone: they ask for what comes from this place on.</summary>
public sealed record Missed(Guid Room, long Place) : INamedNews
{
    public static string Name => "missed";
}

/// <summary>A message is no longer as it was.</summary>
public sealed record Changed(Guid Room, Guid Id) : INamedNews
{
    public static string Name => "changed";
}

/// <param name="Who">As everybody in the room may know them.</param>
public sealed record Typing(Guid Room, Guid? Thread, string Who) : INamedNews
{
    public static string Name => "typing";
}

/// <summary>Who is in the room by one node: a client puts the nodes together, and forgets one that has been silent for <see cref="LiveRound.PresenceLasts"/>.</summary>
/// <param name="People">The first of them, as everybody in the room may know them.</param>
public sealed record Present(Guid Room, string Node, IReadOnlyList<string> People, int Count) : INamedNews
{
    public static string Name => "present";
}
