using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>False alarms among people, by group: accounts labelled human and called bot, of all those of the group.</summary>
/// <param name="Group">Its name.</param>
/// <param name="People">People of the group.</param>
/// <param name="Alarms">Of them, those called bot.</param>
sealed record FalseAlarms(string Group, int People, int Alarms)
{
    const int LeastOfALanguage = 20;
    const double Young = 90;
    const long Quiet = 50;

    public double? Rate => People == 0 ? null : (double)Alarms / People;

    /// <summary>The groups: all, verified, under 90 days old, under 50 posts, activists and journalists by the words of their description, and each language of at least 20 people.</summary>
    public static IReadOnlyList<FalseAlarms> Of(IReadOnlyList<(LabelledAccount Account, Judged Judged)> judged)
    {
        var people = judged.Where(j => !j.Judged.Bot).ToArray();
        return
        [
            Count("all", people, _ => true),
            Count("verified", people, a => a.Verified == true),
            Count("young", people, a => a is { CreatedAt: { } created, ObservedAt: { } observed } && (observed - created).TotalDays < Young),
            Count("quiet", people, a => a.Posts < Quiet),
            Count("journalists", people, a => Vocations.IsJournalist(a.Description)),
            Count("activists", people, a => Vocations.IsActivist(a.Description)),
            .. people.Where(p => Language(p.Account).Length > 0).GroupBy(p => Language(p.Account), StringComparer.Ordinal).Where(g => g.Count() >= LeastOfALanguage)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => Count($"language {g.Key}", [.. g], _ => true)),
        ];
    }

    static FalseAlarms Count(string group, (LabelledAccount Account, Judged Judged)[] people, Func<Account, bool> belongs)
    {
        var inside = people.Where(p => belongs(p.Account.Account)).ToArray();
        return new(group, inside.Length, inside.Count(p => p.Judged.Flagged));
    }

    /// <summary>Of the profile, or that of most posts; two or three letters without the country.</summary>
    static string Language(LabelledAccount account)
    {
        var said = account.Account.Language ?? account.Posts?.Where(p => p.Language is { Length: > 0 }).GroupBy(p => p.Language!, StringComparer.Ordinal).MaxBy(g => g.Count())?.Key ?? "";
        return said.Split('-', '_')[0].ToLowerInvariant();
    }
}
