using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;

namespace Beffroi.Cli.Tests.Detection;

/// <summary>Labelled sets of research stand outside the repository: personal data. Each is left out in turn.</summary>
public sealed class SharedSetsTests : IDisposable
{
    static readonly bool Long = Environment.GetEnvironmentVariable("BEFFROI_LONG") == "1";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public async Task A_profile_left_out_is_ordered_better_than_by_the_21_features()
    {
        var sets = Json(await _typed.Run(["accounts", "compare", "--data", Sample("kaggle-2017.csv", 6), Sample("twitter-human-bots-2020.csv", 12), "--json"]))["sets"]!.AsArray().Select(s => s!).ToList();
        Assert.Equal(2, sets.Count);
        // A sample is rough; the whole sets are held to what the data sheet says.
        Assert.All(sets, set => Assert.True((double)set["auc"]! > (Long ? 0.78 : 0.65), set.ToJsonString()));
        Assert.True(sets.Average(s => (double)s["auc"]!) > sets.Average(s => (double)s["forest21"]!["auc"]!) + (Long ? 0.03 : -0.05), string.Concat(sets.Select(s => s.ToJsonString())));
        Assert.All(sets, set => Assert.True((double)set["ece"]! < (Long ? 0.1 : 0.2), set.ToJsonString()));
    }

    [Fact]
    public async Task Posts_in_one_language_teach_the_other()
    {
        Assert.SkipUnless(Long, "Trains on all the posts: BEFFROI_LONG=1.");
        foreach (var set in (string[])["4", "30", "31"])
        {
            var report = Json(await _typed.Run(["accounts", "train", "--data", Shared("bot-or-not_users.csv"), "--posts", Shared("bot-or-not_posts.csv.gz"), "--holdout", $"bot-or-not_users/{set}", "--out", _typed.Data, "--json"]));
            Assert.True((double)report["auc"]! > 0.985, report.ToJsonString());
            Assert.Equal(0, (int)report["falseAlarms"]!.AsArray()[0]!["alarms"]!);
        }
    }

    [Fact]
    public async Task No_verified_person_of_a_set_left_out_is_called_a_program()
    {
        Assert.SkipUnless(Long, "Trains on whole sets: BEFFROI_LONG=1.");
        foreach (var set in (string[])["kaggle-2017", "twitter-human-bots-2020"])
        {
            var report = Json(await _typed.Run(["accounts", "train", "--data", Shared("kaggle-2017.csv"), Shared("twitter-human-bots-2020.csv"), "--holdout", set, "--out", _typed.Data, "--json"]));
            var verified = report["falseAlarms"]!.AsArray().Single(a => (string)a!["group"]! is "verified")!;
            Assert.True((int)verified["people"]! > 400 && (double)verified["rate"]! <= 0.01, report.ToJsonString());
        }
    }

    /// <summary>One row of so many, with the header; the whole file in the long runs.</summary>
    string Sample(string name, int oneOf) => Long ? Shared(name) : _typed.File(name, string.Join('\n', File.ReadAllLines(Shared(name)).Where((_, i) => i % oneOf == 0)));

    static string Shared(string name)
    {
        var path = Path.GetFullPath(Path.Combine(Here(), "..", "..", "..", "..", "shared", "data", "bots", name));
        Assert.SkipUnless(File.Exists(path), $"{name} is not beside the project.");
        return path;
    }

    static JsonNode Json(Answer answer) => answer.ExitCode == 0 ? JsonNode.Parse(answer.Output)! : throw new InvalidOperationException(answer.Error);

    static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
