using System.Collections.Immutable;
using Beffroi.Cli.Detection.Learning;
using Beffroi.Detection;

namespace Beffroi.Cli.Detection.Quality;

/// <summary>Simple methods, to be better than.</summary>
static class Baselines
{
    static readonly DormantRule Rule = new();

    /// <summary>1 for an account that the dormant rule (2019) names, 0 otherwise. Most labelled sets do not say whether an account is protected: it is taken as public.</summary>
    public static double Dormant(LabelledAccount account) => Rule.Judge(account.Account with { Protected = account.Account.Protected ?? false }) == DormantVerdict.Dormant ? 1 : 0;

    /// <summary>A forest of 100 trees on the 21 features of 2021, all accounts in one heap: above 0 where its leaves held more programs.</summary>
    public static Func<LabelledAccount, double> Forest(IReadOnlyList<LabelledAccount> taught, int seed)
    {
        var recipe = new TreeRecipe { Forest = true, Trees = 100, Leaves = 64, LeastRows = 5, FeaturesBySplit = 0.22 };
        var rows = taught.Select(a => new TrainingRow(Features(a), a.Bot, 1)).ToList();
        var forest = new TreeEnsemble(BotFinderFeatures.Names.Length, TreeTrainer.Train(rows, [.. Enumerable.Range(0, BotFinderFeatures.Names.Length)], recipe, missingLeft: true, seed));
        return account => forest.Sum(Features(account)) / forest.TreeCount;
    }

    public static double? Auc(IReadOnlyList<LabelledAccount> accounts, Func<LabelledAccount, double> score) =>
        Figures.AucOf([.. accounts.Select(a => new Judged(a.Bot, score(a), 0.5, Flagged: false, Undetermined: false))]);

    /// <summary>Null when there is one label only.</summary>
    public static double? F1(IReadOnlyList<LabelledAccount> accounts, Func<LabelledAccount, bool> says)
    {
        var (right, said, bots) = (accounts.Count(a => a.Bot && says(a)), accounts.Count(says), accounts.Count(a => a.Bot));
        return bots > 0 && bots < accounts.Count ? 2.0 * right / (said + bots) : null;
    }

    static float[] Features(LabelledAccount account) => [.. BotFinderFeatures.Of(account.Account).Select(x => (float)x)];
}
