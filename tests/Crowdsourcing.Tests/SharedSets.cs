using System.Runtime.CompilerServices;

namespace Beffroi.Crowdsourcing.Tests;

/// <summary>Answers of real crowds with gold, which stand outside the repository and are read where they are present.</summary>
static class SharedSets
{
    static readonly string Folder = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "shared", "data", "crowd"));

    /// <summary>Accuracies published for each set, to four decimals: majority, and Dawid-Skene with a = 0.1 and diagonal + 1.</summary>
    public static readonly (string Name, int Labels, double Majority, double DawidSkene, double Pooled)[] Table =
    [
        ("rte", 8_000, .8969, .9263, .9275),
        ("bluebird", 4_212, .7593, .8981, .8981),
        ("sentiment_1k", 20_000, .9335, .9600, .9590),
        ("dog", 8_070, .8222, .8426, .8401),
        ("sp_amt", 10_000, .9430, .9440, .9440),
        ("cf", 1_720, .8822, .8800, .8867),
        ("cf_amt", 6_025, .8533, .8467, .8433),
        ("product", 24_945, .8966, .9385, .9391),
        ("web", 15_567, .7307, .8081, .8213),
        ("adult", 89_948, .7583, .7508, .7508),
        ("zc_us", 11_271, .8615, .8230, .8221),
        ("zc_all", 20_372, .8301, .7941, .7907),
    ];

    public static (VoteFile Votes, TruthFile Truths) Read(string name)
    {
        var folder = Path.Combine(Folder, name);
        Assert.SkipUnless(File.Exists(Path.Combine(folder, "label.csv")), $"The set {name} is not shipped with the project and is not beside it.");
        using var labels = File.OpenRead(Path.Combine(folder, "label.csv"));
        using var truths = File.OpenRead(Path.Combine(folder, "truth.csv"));
        var votes = VoteFile.Read(labels, ct: TestContext.Current.CancellationToken);
        return (votes, TruthFile.Read(truths, votes, TestContext.Current.CancellationToken));
    }

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
