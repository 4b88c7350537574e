using Beffroi.Chat.Evidence.Files;
using Beffroi.Kit;
using Microsoft.AspNetCore.Components;

namespace Beffroi.Chat;

/// <summary>A message as one reader reads it: made by <see cref="MessageReadings"/>, shown by <c>MessageItem</c>.</summary>
public sealed record MessageView
{
    public required Guid Id { get; init; }
    public required Guid RoomId { get; init; }
    public required long Place { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Signature By { get; init; }

    /// <summary>The reader wrote it: it can be changed and taken away.</summary>
    public bool IsMine { get; init; }

    /// <summary>The reader may take it away: it is theirs, or of their organisation which they look after.</summary>
    public bool MayRemove { get; init; }

    public Guid? ThreadId { get; init; }

    /// <summary>Its own marking; null: that of the room.</summary>
    public Tlp? Tlp { get; init; }

    /// <summary>Its own, else that of the room.</summary>
    public required Tlp Level { get; init; }

    /// <summary>Who shared it: told of who reads it, never shown.</summary>
    internal Guid? AuthorId { get; init; }
    internal Guid? OrganisationId { get; init; }

    public required MarkupString Text { get; init; }
    public MessageCard? Card { get; init; }
    public IReadOnlyList<QuotedView> Quotes { get; init; } = [];
    public IReadOnlyList<FileView> Files { get; init; } = [];
    public IReadOnlyList<ReactionView> Reactions { get; init; } = [];

    /// <summary>Replies that this reader may read.</summary>
    public int Replies { get; init; }
    public DateTimeOffset? LastReplyAt { get; init; }

    public DateTimeOffset? EditedAt { get; init; }
    public DateTimeOffset? RemovedAt { get; init; }
    public DateTimeOffset? ResolvedAt { get; init; }

    /// <summary>The case opened from it, when the reader may read that case.</summary>
    public Guid? CaseId { get; init; }
}

/// <summary>Who wrote, as a reader may know it.</summary>
/// <param name="Name">Null: another organisation's analyst whose name is not shown, or no person.</param>
/// <param name="Organisation">Null for a guest and for what no person wrote.</param>
/// <param name="Source">Feed, webhook or command.</param>
public sealed record Signature(string? Name, string? Organisation, string? Source, MessageOrigin Origin)
{
    /// <summary>First what somebody looks for: the name, else the organisation, else the program.</summary>
    public string Main(Lang l) => Name ?? Source ?? Organisation ?? l.Say("Le site", "The site");

    public string? Beside(Lang l) => Origin switch
    {
        MessageOrigin.Person => Name is null ? l.Say("analyste non nommé", "unnamed analyst") : Organisation ?? l.Say("invité", "guest"),
        MessageOrigin.Feed => l.Say("flux", "feed"),
        MessageOrigin.Hook => "webhook",
        MessageOrigin.Command => l.Say("commande", "command"),
        MessageOrigin.Site => null,
    };

    public string All(Lang l) => Beside(l) is { } beside ? $"{Main(l)}, {beside}" : Main(l);
}

/// <summary>A message quoted in another: only where its reader may read both.</summary>
public sealed record QuotedView(Guid Id, Guid RoomId, Signature By, string Excerpt, Tlp? Tlp)
{
    /// <summary>Its own, else that of its room.</summary>
    public required Tlp Level { get; init; }

    /// <summary>Who shared it: told of who reads it, never shown.</summary>
    internal Guid? AuthorId { get; init; }
    internal Guid? OrganisationId { get; init; }
}

public sealed record FileView(Guid Id, string Name, FileKind Kind, int Size, bool IsDecoded)
{
    /// <summary>Bytes: a larger picture is downloaded.</summary>
    public const int LargestPreview = 4 * 1024 * 1024;

    /// <summary>Shown in the page: a picture of the kinds that we read ourselves, and that we could read.</summary>
    public bool HasPreview => IsDecoded && Size <= LargestPreview && Kind is (FileKind.Png or FileKind.Jpeg or FileKind.Gif);

    public string Weight(Lang l) => Size switch
    {
        < 1024 => l.Say($"{Size} octets", $"{Size} bytes"),
        < 1024 * 1024 => l.Say($"{l.Number(Size / 1024)} Kio", $"{l.Number(Size / 1024)} KiB"),
        _ => l.Say($"{l.Number(Size / 1048576.0, 1)} Mio", $"{l.Number(Size / 1048576.0, 1)} MiB"),
    };
}

/// <param name="Mine">The reader put it.</param>
public sealed record ReactionView(Sign Sign, int Count, bool Mine);
