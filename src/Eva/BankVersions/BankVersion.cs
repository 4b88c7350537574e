using Beffroi.Eva.Bank;
using Beffroi.Kit;

namespace Beffroi.Eva.BankVersions;

/// <summary>Somebody's decision: from this moment on, new runs of the situation are played with this bank. The last one counts; none is ever changed.</summary>
public sealed class BankVersion
{
    public const int NoteMaxLength = 500;

    public required Guid Id { get; init; }
    public required string Situation { get; init; }

    /// <summary>From 1 in each situation; 0 is the bank that comes with the program.</summary>
    public required int Number { get; init; }

    /// <summary>The version of the <see cref="StoredBank"/>.</summary>
    public required string Bank { get; init; }

    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Why, for whoever comes after.</summary>
    public required string Note { get; init; }

    /// <summary>The number that it goes back to; null for an import.</summary>
    public int? Restores { get; init; }
}

/// <summary>A bank that some run was played with, or may be: what is written under a version never changes.</summary>
public sealed class StoredBank
{
    public required string Situation { get; init; }
    public required string Version { get; init; }

    /// <summary><see cref="BankText"/>.</summary>
    public required string Content { get; init; }

    public required DateTimeOffset At { get; init; }
}

/// <summary>A file that was read and found good, waiting for its sender to confirm.</summary>
public sealed class BankDraft
{
    /// <summary>After that it is forgotten.</summary>
    public static readonly TimeSpan Lasts = TimeSpan.FromHours(24);

    public const int FileNameMaxLength = 200;

    public required Guid Id { get; init; }
    public required string Situation { get; init; }
    public required Guid AuthorId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string FileName { get; init; }
    public required string Content { get; init; }
}

public static class BankRights
{
    /// <summary>Banks hold every answer: they exist for superadmins only.</summary>
    public static IQueryable<BankVersion> VisibleTo(this IQueryable<BankVersion> versions, CurrentUser user)
    {
        var may = MaySee(user);
        return versions.Where(_ => may);
    }

    /// <summary>One's own, while they last.</summary>
    public static IQueryable<BankDraft> Of(this IQueryable<BankDraft> drafts, CurrentUser user, DateTimeOffset now)
    {
        var (may, id, oldest) = (MaySee(user), user.Id, now - BankDraft.Lasts);
        return drafts.Where(d => may && d.AuthorId == id && d.At > oldest);
    }

    public static bool MaySee(CurrentUser? user) => user is { Accepted: true, Role: Role.Superadmin };
}
