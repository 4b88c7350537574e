using System.Diagnostics.CodeAnalysis;
using Beffroi.Kit;

namespace Beffroi.Incubator.Accounting;

/// <summary>One act: who, when, what it was before and after, and why. Each line carries the hash of the one before.</summary>
public abstract class ActLine : ILogLine, IWrittenOnce
{
    public const int ActMaxLength = 60;
    public const int TextMaxLength = 1000;

    /// <summary>As it is read back.</summary>
    private protected ActLine()
    {
    }

    /// <summary>The line after <paramref name="last"/> in the chain of <paramref name="owner"/>.</summary>
    [SetsRequiredMembers]
    private protected ActLine(Guid owner, ActLine? last, Author author, string act, string? before, string? after, string? reason)
    {
        (Id, Number, At, By, Act, Before, After, Reason, PreviousHash) = (Guid.CreateVersion7(author.At), (last?.Number ?? 0) + 1, author.At, author.Id, act, Cut(before), Cut(after), Cut(reason), last?.Hash ?? Chain.Origin);
        Hash = Chain.Hash(PreviousHash, Said(owner));
    }

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

    public string Canonical => Said(Owner);

    /// <summary>Number of the first line that is not what was written.</summary>
    public static int? FirstBroken(IEnumerable<ActLine> lines) => Chain.FirstBroken(lines.Select(l => (l.Number, l.PreviousHash, l.Canonical, l.Hash)));

    string Said(Guid owner) => Chain.Text(owner, Number, Chain.Instant(At), By, Act, Before, After, Reason);

    static string? Cut(string? text) => text is { Length: > TextMaxLength } ? text[..TextMaxLength] : text;
}

/// <summary>An act on a convention.</summary>
public sealed class JournalLine : ActLine
{
    public JournalLine()
    {
    }

    [SetsRequiredMembers]
    public JournalLine(Guid conventionId, JournalLine? last, Author author, string act, string? before, string? after, string? reason)
        : base(conventionId, last, author, act, before, after, reason) => ConventionId = conventionId;

    public required Guid ConventionId { get; init; }

    protected override Guid Owner => ConventionId;
}

/// <summary>An act on a startup: its phases, indicators, workshops, homologations.</summary>
public sealed class StartupLine : ActLine
{
    public StartupLine()
    {
    }

    [SetsRequiredMembers]
    public StartupLine(Guid startupId, StartupLine? last, Author author, string act, string? before, string? after, string? reason)
        : base(startupId, last, author, act, before, after, reason) => StartupId = startupId;

    public required Guid StartupId { get; init; }

    protected override Guid Owner => StartupId;
}
