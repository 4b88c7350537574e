using System.Collections.Immutable;
using System.Globalization;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Learning;

/// <summary>Learns a whole model from labelled accounts: the same accounts and seed give the same model, bit by bit.</summary>
sealed class ModelLearner(int seed, CancellationToken ct)
{
    const int Bags = 10;
    const int LeastPosts = 3;

    /// <summary>
    /// How much of what one set says of itself by cross-validation holds on the next population: of the slope 1, twitter-human-bots-2020 keeps 0.99 on
    /// kaggle-2017 and kaggle-2017 keeps 0.69 on twitter-human-bots-2020 (measured 2026-11-26). Style holds better: posts keep theirs from one language to the other.
    /// </summary>
    const double ProfileTrust = 0.7;
    const double PostTrust = 1;
    const int LeastOfALabel = 20;

    /// <summary>Programs change, so does what networks show: a judgement, no study gives the figure.</summary>
    const int YearsGood = 1;

    /// <summary>Trees of the profile by bag, shared between the sets.</summary>
    const int ProfileTrees = 16;

    static readonly ImmutableArray<TreeRecipe> PostRecipes =
    [
        new() { Forest = true, Trees = 8, Leaves = 24, LeastRows = 4, FeaturesBySplit = 0.2 },
        new() { Forest = false, Trees = 10, Leaves = 6, LeastRows = 8, FeaturesBySplit = 0.15, Step = 0.25 },
    ];

    public AutomationModel Learn(IReadOnlyList<LabelledAccount> accounts, DateOnly today, Func<int, Action> progress)
    {
        var handles = HandleLikelihood.Learn(accounts.Where(a => !a.Bot && a.Account.Handle is { Length: > 0 }).Select(a => a.Account.Handle!));
        var rows = accounts.Select(a => (a.Set, Features: Features(a, handles), a.Bot)).ToArray();
        var profiles = LearningSet.Split(rows.Where(r => HasCounts(r.Features)));
        var timelines = rows.Where(r => r.Features[(int)AccountFeature.TimelinePosts] >= LeastPosts).Select(r => r with { Set = "posts" }).ToArray();
        var (hasProfile, hasTimeline) = (Teaches(profiles.SelectMany(s => s.Rows).Select(r => r.Bot)), Teaches(timelines.Select(r => r.Bot)));
        if (!hasProfile && !hasTimeline)
        {
            throw new CommandFailedException($"il faut au moins {LeastOfALabel} comptes de programmes et autant de personnes, avec leurs nombres d’abonnés et de publications ou avec leurs publications (--posts)", ExitCodes.BadUsage);
        }

        var recipes = ProfileRecipes(profiles.Count);
        var grown = progress((hasProfile ? TierLearner.Steps(profiles.Count, recipes.Length, Bags) : 0) + (hasTimeline ? TierLearner.Steps(1, PostRecipes.Length, Bags) : 0));
        var profile = hasProfile ? new TierLearner(Inputs.Profile, recipes, Bags, ProfileTrust, seed, grown, ct).Learn(profiles) : null;
        var timeline = hasTimeline ? new TierLearner(Inputs.Timeline, PostRecipes, Bags, PostTrust, seed + 1, grown, ct).Learn(LearningSet.Split(timelines)) : null;
        return new(Description(profiles, hasProfile, timelines.Length, hasTimeline), handles, profile, timeline, HumanReference.Of([.. rows.Where(r => !r.Bot).Select(r => r.Features)]))
        {
            TrainedOn = today,
            ExpiresOn = today.AddYears(YearsGood),
        };
    }

    /// <summary>One forest with popularity half evened out, one with it wholly so: the first knows that celebrities are people, the second looks beyond.</summary>
    static ImmutableArray<TreeRecipe> ProfileRecipes(int sets)
    {
        var recipe = new TreeRecipe { Forest = true, Trees = Math.Max(2, ProfileTrees / (2 * Math.Max(1, sets))), Leaves = 32, LeastRows = 20, FeaturesBySplit = 0.2, Hidden = 0.2 };
        return [recipe, recipe with { Even = 1 }];
    }

    string Description(List<LearningSet> profiles, bool hasProfile, int timelines, bool hasTimeline) => string.Join("; ",
    [
        .. hasProfile ? profiles.Select(s => string.Create(CultureInfo.InvariantCulture, $"profile {Short(s.Name)}: {s.Rows.Count} accounts, {s.Bots} bots")) : [],
        .. hasTimeline ? [string.Create(CultureInfo.InvariantCulture, $"posts: {timelines} accounts")] : Array.Empty<string>(),
        string.Create(CultureInfo.InvariantCulture, $"seed {seed}"),
    ]);

    static string Short(string name) => name.Length <= 60 ? name : name[..60];

    static float[] Features(LabelledAccount account, HandleLikelihood handles)
    {
        var features = new float[AccountFeatures.Count];
        AccountFeatures.Fill(account.Account, account.Posts, handles, features);
        return features;
    }

    static bool HasCounts(float[] features) => !float.IsNaN(features[(int)AccountFeature.Followers]) && !float.IsNaN(features[(int)AccountFeature.Posts]);

    static bool Teaches(IEnumerable<bool> labels)
    {
        var bots = labels.ToLookup(b => b);
        return bots[true].Count() >= LeastOfALabel && bots[false].Count() >= LeastOfALabel;
    }
}
