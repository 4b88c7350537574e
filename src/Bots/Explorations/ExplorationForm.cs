using System.Globalization;
using Beffroi.Bots.Exploring;
using Beffroi.Detection;
using Beffroi.Kit;

namespace Beffroi.Bots.Explorations;

/// <summary>An exploration as typed.</summary>
public sealed record ExplorationForm
{
    public string? Name { get; init; }
    public string? Watch { get; init; }
    public string? Network { get; init; }
    public string? Way { get; init; }
    public string? Host { get; init; }
    public string? Seeds { get; init; }
    public string? MostDepth { get; init; }
    public string? PerMinute { get; init; }
    public string? MostRequests { get; init; }
    public string? MostAccounts { get; init; }
    public string? MostCents { get; init; }
    public bool Dormant { get; init; }
    public string? DormantFrom { get; init; }
    public string? DormantPosts { get; init; }
    public string? DormantRatio { get; init; }
    public string? LeastScore { get; init; }
    public string? LeastShared { get; init; }
    public string? LeastPercent { get; init; }

    public static ExplorationForm Default { get; } = new()
    {
        Network = nameof(Detection.Network.Bluesky), Way = nameof(ExplorationWay.Followers), MostDepth = "3", PerMinute = "10", MostRequests = "2000", MostAccounts = "20000", MostCents = "0",
        Dormant = true, DormantPosts = "15", DormantRatio = "3", LeastShared = "2",
    };

    /// <summary>Null when something is to be corrected.</summary>
    public (string Name, Network Network, ExplorationRules Rules)? Read(Lang l, Errors errors)
    {
        var name = (Name ?? "").Trim();
        if (name.Length is 0 or > Exploration.NameMaxLength)
        {
            errors.Add(nameof(Name), l.Say($"Donnez un nom, de {Exploration.NameMaxLength} signes au plus.", $"Give a name, of {Exploration.NameMaxLength} characters at most."));
        }

        if (!Enum.TryParse<Network>(Network, out var network) || network is not (Detection.Network.Bluesky or Detection.Network.Mastodon or Detection.Network.Twitter))
        {
            errors.Add(nameof(Network), l.Say("Choisissez un réseau.", "Choose a network."));
        }

        if (!Enum.TryParse<ExplorationWay>(Way, out var way) || !Enum.IsDefined(way))
        {
            errors.Add(nameof(Way), l.Say("Choisissez un chemin.", "Choose a way."));
        }

        var host = (Host ?? "").Trim().ToLowerInvariant();
        if (way == ExplorationWay.Followers && network == Detection.Network.Mastodon && !SourceSettings.IsHost(host))
        {
            errors.Add(nameof(Host), l.Say("Donnez l’instance à interroger, par exemple mastodon.social.", "Give the instance to ask, for example mastodon.social."));
        }

        var seeds = (Seeds ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(s => s.TrimStart('@')).Where(s => s.Length > 0).Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        if (seeds.Count is 0 or > ExplorationRules.MostSeeds || seeds.Exists(s => s.Length > WatchedAccount.NameMaxLength || s.Any(char.IsControl)))
        {
            errors.Add(nameof(Seeds), l.Say($"Donnez de 1 à {ExplorationRules.MostSeeds} comptes, un par ligne.", $"Give from 1 to {ExplorationRules.MostSeeds} accounts, one by line."));
        }

        var rules = new ExplorationRules
        {
            Seeds = seeds, Way = way, Host = host.Length == 0 ? null : host,
            MostDepth = Whole(nameof(MostDepth), MostDepth, 1, 10, l, errors) ?? 0,
            PerMinute = Whole(nameof(PerMinute), PerMinute, 1, 300, l, errors) ?? 1,
            MostRequests = Whole(nameof(MostRequests), MostRequests, 1, 100_000, l, errors) ?? 0,
            MostAccounts = Whole(nameof(MostAccounts), MostAccounts, 1, 1_000_000, l, errors) ?? 0,
            MostCents = network == Detection.Network.Twitter && way == ExplorationWay.Followers ? Whole(nameof(MostCents), MostCents, 1, 1_000_000, l, errors) ?? 0 : 0,
            Dormant = Dormant ? new() { CreatedFrom = Day(l, errors), MostPosts = Whole(nameof(DormantPosts), DormantPosts, 0, 1_000_000, l, errors) ?? 0, LeastRatio = Number(nameof(DormantRatio), DormantRatio, 0.01, 1000, l, errors) ?? 1 } : null,
            LeastScore = string.IsNullOrWhiteSpace(LeastScore) ? null : Number(nameof(LeastScore), LeastScore, 1, 99, l, errors) / 100,
            LeastShared = way == ExplorationWay.CoSharers ? Whole(nameof(LeastShared), LeastShared, 1, 1000, l, errors) ?? 1 : 2,
            LeastPercent = string.IsNullOrWhiteSpace(LeastPercent) ? null : Whole(nameof(LeastPercent), LeastPercent, 1, 100, l, errors),
        };
        if (way == ExplorationWay.Followers && rules.Dormant is null && rules.LeastScore is null)
        {
            errors.Add(nameof(Dormant), l.Say("Choisissez au moins une règle : suivre quelqu’un n’est pas une raison.", "Choose one rule at least: to follow somebody is no reason."));
        }

        if (rules.ToJson().Length > Exploration.RulesMaxLength)
        {
            errors.Add(nameof(Seeds), l.Say("La liste des comptes est trop longue.", "The list of accounts is too long."));
        }

        return errors.Any ? null : (name, network, rules);
    }

    static int? Whole(string field, string? typed, int least, int most, Lang l, Errors errors)
    {
        if (int.TryParse((typed ?? "").Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(field, l.Say($"Donnez un nombre entier, de {French.Number(least)} à {French.Number(most)}.", $"Give a whole number, from {least} to {most}."));
        return null;
    }

    static double? Number(string field, string? typed, double least, double most, Lang l, Errors errors)
    {
        if (double.TryParse((typed ?? "").Trim().Replace(',', '.'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        errors.Add(field, l.Say($"Donnez un nombre, de {least.ToString(French.Culture)} à {most.ToString(French.Culture)}.", $"Give a number, from {least.ToString(CultureInfo.InvariantCulture)} to {most.ToString(CultureInfo.InvariantCulture)}."));
        return null;
    }

    DateTimeOffset? Day(Lang l, Errors errors)
    {
        if (string.IsNullOrWhiteSpace(DormantFrom))
        {
            return null;
        }

        if (DateOnly.TryParseExact(DormantFrom.Trim(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
        {
            return French.Begins(day);
        }

        errors.Add(nameof(DormantFrom), l.Say("Donnez une date.", "Give a date."));
        return null;
    }
}
