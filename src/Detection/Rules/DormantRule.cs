namespace Beffroi.Detection;

/// <summary>
/// The rule of the dormant account: young, almost silent, following many more accounts than follow it. Born at a hackathon of the French foreign ministry
/// in 2019, it found amplifiers kept in reserve. It is a reason to look, never a proof: a shy newcomer fits it.
/// </summary>
public sealed record DormantRule
{
    /// <summary>Created on this instant or after; null: any age. The original: 1 February 2019.</summary>
    public DateTimeOffset? CreatedFrom { get; init; }

    /// <summary>At most so many posts. The original: 15.</summary>
    public long MostPosts { get; init; } = 15;

    /// <summary>Following divided by followers, at least. The original: 3. Followers 0 with following above 0 passes; 0 / 0 fails.</summary>
    public double LeastRatio { get; init; } = 3;

    /// <summary>What the rule says of an account. One condition known to fail is enough to fail, even if others are not known; nothing missing is assumed.</summary>
    public DormantVerdict Judge(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        ReadOnlySpan<bool?> conditions = [IsOpen(account), IsYoung(account), IsQuiet(account), IsOneSided(account)];
        return conditions.Contains(false) ? DormantVerdict.NotDormant
            : conditions.Contains(null) ? DormantVerdict.Undecided
            : DormantVerdict.Dormant;
    }

    // No account is private on Bluesky: its profiles have no such field.
    static bool? IsOpen(Account account) => account.Network is Network.Bluesky ? true : !account.Protected;

    bool? IsYoung(Account account) => CreatedFrom is not { } from ? true : account.CreatedAt is { } created ? created >= from : null;

    bool? IsQuiet(Account account) => account.Posts is { } posts ? posts <= MostPosts : null;

    bool? IsOneSided(Account account) => (account.Following, account.Followers) switch
    {
        (0, _) => false,
        (null, _) or (_, null) => null,
        (> 0, 0) => true,
        ({ } following, { } followers) => (double)following / followers >= LeastRatio,
    };
}
