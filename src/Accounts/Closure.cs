namespace Beffroi.Accounts;

/// <summary>Somebody asked that their account be closed: a row, which the nightly round takes up until every module has answered.</summary>
public sealed class Closure
{
    /// <summary>
    /// A session left open, or a moment of anger, must not destroy an account: its owner is told at once by letter, and may change their mind for that long.
    /// Well within the month that the law gives (GDPR, article 12, 3).
    /// </summary>
    public static readonly TimeSpan Grace = TimeSpan.FromDays(7);

    Closure()
    {
    }

    public Guid Id { get; private init; }

    /// <summary>Stays once the account is gone: it proves that the request was answered.</summary>
    public Guid AccountId { get; private init; }
    public DateTimeOffset AskedAt { get; private init; }
    public DateTimeOffset DueAt { get; private init; }
    public DateTimeOffset? CancelledAt { get; private set; }

    /// <summary>From then on there is no way back.</summary>
    public DateTimeOffset? StartedAt { get; private set; }
    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Why the last round could not begin; null when it could.</summary>
    public Obstacle? Obstacle { get; private set; }

    public List<ClosureAnswer> Answers { get; } = [];

    public bool CanBeCancelled => CancelledAt is null && StartedAt is null;

    public static Closure Ask(Guid accountId, DateTimeOffset now, TimeSpan grace) => new() { Id = Guid.CreateVersion7(now), AccountId = accountId, AskedAt = now, DueAt = now + grace };

    public void Cancel(DateTimeOffset now) => CancelledAt = CanBeCancelled ? now : throw new InvalidOperationException("This closure is cancelled or under way: ask CanBeCancelled first.");

    public void Hold(Obstacle obstacle) => Obstacle = obstacle;

    public void Start(DateTimeOffset now) => (StartedAt, Obstacle) = (StartedAt ?? now, null);

    public void End(DateTimeOffset now) => DoneAt ??= now;
}

/// <summary>What one module did with an account that is closed.</summary>
public sealed class ClosureAnswer
{
    public required Guid ClosureId { get; init; }

    /// <summary><see cref="Kit.IForgets.Module"/>.</summary>
    public required string Module { get; init; }
    public required DateTimeOffset At { get; init; }

    /// <summary>Rows that went.</summary>
    public required int Erased { get; init; }

    /// <summary>Rows that stay without the account.</summary>
    public required int Unlinked { get; init; }

    /// <summary>Rows that stay with its number, for a reason that the register says.</summary>
    public required int Kept { get; init; }
}

/// <summary>What keeps an account open for now: nobody would be left to hold its office.</summary>
public enum Obstacle
{
    LastSuperadmin,
    LastAdmin,
}

public static class Obstacles
{
    public static string Label(this Obstacle obstacle) => obstacle switch
    {
        Obstacle.LastSuperadmin => "Ce compte est le seul superadmin du service. Donnez d’abord ce rôle à une autre personne.",
        Obstacle.LastAdmin => "Ce compte est le seul admin de sa structure. Donnez d’abord ce rôle à une autre personne.",
    };
}
