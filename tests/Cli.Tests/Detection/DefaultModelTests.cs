using System.Text.Json.Nodes;
using Beffroi.Cli.Detection;
using Beffroi.Detection;

namespace Beffroi.Cli.Tests.Detection;

public sealed class DefaultModelTests : IDisposable
{
    const string Header = "id,screen_name,name,created_at,probe_at,statuses_count,followers_count,friends_count,favourites_count,listed_count,verified,default_profile,default_profile_image,description\n";
    const string Person = "1,marie_durand,Marie Durand,2014-03-01,2020-03-01,4200,380,410,5100,9,0,0,0,Infirmière à Lille\n";
    const string Program = "2,haiku_hourly_bot,Haiku bot,2016-03-01,2020-03-01,39000,90,0,0,2,0,1,0,\"A bot that posts a haiku every hour, made by @lou\"\n";

    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    [Fact]
    public void It_is_small_and_stands_beside_the_command_with_its_data_sheet()
    {
        Assert.InRange(new FileInfo(ModelFile.Default).Length, 10_000, 1_000_000);
        var sheet = File.ReadAllText(Path.Combine(Path.GetDirectoryName(ModelFile.Default)!, "README.md"));
        Assert.All((string[])["never a proof", "Expires", "CC BY-NC-ND", "no licence", "no better than chance", "accounts train"], word => Assert.Contains(word, sheet, StringComparison.Ordinal));
        var model = ModelFile.Read(null);
        // The sheet speaks of this file.
        Assert.Contains($"{model.Profile!.Trees.TreeCount} trees of at most 32 leaves on {model.Profile.Weights.Count(w => w > 0)} features", sheet, StringComparison.Ordinal);
        Assert.Contains($"{model.Timeline!.Trees.TreeCount} smaller trees", sheet, StringComparison.Ordinal);
        Assert.Contains("seed 1", model.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_says_so_stands_above_a_person()
    {
        var lines = (await _typed.Run(["accounts", "score", _typed.File("a.csv", Header + Person + Program), "--json"])).Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonNode.Parse(l)!).ToList();
        Assert.Equal("human", (string?)lines[0]["class"]);
        Assert.True((double)lines[1]["score"]! > 3 * (double)lines[0]["score"]!);
    }

    [Fact]
    public async Task An_account_of_which_little_is_known_is_undetermined()
    {
        var line = JsonNode.Parse((await _typed.Run(["accounts", "score", _typed.File("a.csv", "id,screen_name,description\n1,lou,bonjour\n"), "--json"])).Output)!;
        Assert.Equal(("undetermined", "missing"), ((string?)line["class"], (string?)line["doubt"]));
    }

    [Fact]
    public void Hiding_a_field_never_makes_it_sure()
    {
        // Known or not, one flag alone moves the score by less than the border of a verdict.
        var model = ModelFile.Read(null);
        var account = new Account { Network = Network.Twitter, Id = "1", Handle = "marie_durand", CreatedAt = DateTimeOffset.UnixEpoch, ObservedAt = DateTimeOffset.UnixEpoch.AddDays(900), Posts = 900, Followers = 120, Following = 300, Favourites = 700, Listed = 1, Verified = false, DefaultProfile = false, DefaultImage = false, Description = "Infirmière" };
        var whole = model.Score(account, null, 0.1);
        Assert.All((Account[])[account with { Verified = null }, account with { DefaultProfile = null, BackgroundImage = null }, account with { DefaultImage = null }, account with { Listed = null }, account with { ObservedAt = null }, account with { Description = null }, account with { Favourites = null }],
            less => Assert.InRange(model.Score(less, null, 0.1).LogOdds, whole.LogOdds - 1, whole.LogOdds + 1));
    }
}
