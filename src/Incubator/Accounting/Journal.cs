using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>One act: who, when, what it was before and after, and why. Each line carries the hash of the one before.</summary>
public abstract class ActLine : ILogLine, IWrittenOnce
{
    public const int ActMaxLength = 60;
    public const int TextMaxLength = 1000;

    public required Guid Id { get; init; }
    public required int Number { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    /// <summary>As on its route: <c>incubateur.commander</c>.</summary>
    public required string Act { get; init; }

    public required string? Before { get; init; }
    public required string? After { get; init; }
    public required string? Reason { get; init; }
    public required string PreviousHash { get; init; }
    public string Hash { get; init; } = "";

    /// <summary>What the line is part of: its chain.</summary>
    protected abstract Guid Owner { get; }

    public string Canonical => Chain.Text(Owner, Number, Chain.Instant(At), By, Act, Before, After, Reason);

    /// <summary>Number of the first line that is not what was written.</summary>
    public static int? FirstBroken(IEnumerable<ActLine> lines) => Chain.FirstBroken(lines.Select(l => (l.Number, l.PreviousHash, l.Canonical, l.Hash)));

    private protected static string? Cut(string? text) => text is { Length: > TextMaxLength } ? text[..TextMaxLength] : text;
}

/// <summary>An act on a convention.</summary>
public sealed class JournalLine : ActLine
{
    public required Guid ConventionId { get; init; }

    protected override Guid Owner => ConventionId;

    public static JournalLine Next(Guid conventionId, JournalLine? last, Author author, string act, string? before, string? after, string? reason)
    {
        var line = Line("");
        return Line(Chain.Hash(line.PreviousHash, line.Canonical));

        JournalLine Line(string hash) => new()
        {
            Id = Guid.CreateVersion7(author.At), ConventionId = conventionId, Number = (last?.Number ?? 0) + 1, At = author.At, By = author.Id, Act = act, Before = Cut(before), After = Cut(after), Reason = Cut(reason),
            PreviousHash = last?.Hash ?? Chain.Origin, Hash = hash,
        };
    }
}

/// <summary>An act on a startup: its phases, indicators, workshops, homologations.</summary>
public sealed class StartupLine : ActLine
{
    public required Guid StartupId { get; init; }

    protected override Guid Owner => StartupId;

    public static StartupLine Next(Guid startupId, StartupLine? last, Author author, string act, string? before, string? after, string? reason)
    {
        var line = Line("");
        return Line(Chain.Hash(line.PreviousHash, line.Canonical));

        StartupLine Line(string hash) => new()
        {
            Id = Guid.CreateVersion7(author.At), StartupId = startupId, Number = (last?.Number ?? 0) + 1, At = author.At, By = author.Id, Act = act, Before = Cut(before), After = Cut(after), Reason = Cut(reason),
            PreviousHash = last?.Hash ?? Chain.Origin, Hash = hash,
        };
    }
}
