using Beffroi.Bots.Exploring;
using Beffroi.Bots.Figures;
using Beffroi.Detection;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots.Tests.Findings;

/// <summary>A score as it is shown, and as explorations look at it.</summary>
public sealed class ScoreViewTests
{
    static readonly Lazy<AutomationModel> Model = new(() =>
    {
        using var file = File.OpenRead(Path.Combine(Repository.Root, "models/automation.beffroi"));
        return AutomationModel.Read(file);
    });

    static readonly Account Someone = new()
    {
        Network = Network.Twitter, Id = "7", Handle = "lou_martin", DisplayName = "Lou Martin", Description = "Jardin, vélo et mauvaise foi.", CreatedAt = new(2014, 3, 2, 0, 0, 0, TimeSpan.Zero), ObservedAt = new(2026, 11, 20, 0, 0, 0, TimeSpan.Zero),
        Posts = 4200, Followers = 310, Following = 280, Favourites = 2900, Listed = 4, Verified = false, DefaultProfile = false, DefaultImage = false,
    };

    [Theory]
    [InlineData(AutomationClass.Bot, 0.05, 0.02, 0.11, true)]
    [InlineData(AutomationClass.Bot, 0.7, 0.4, 0.9, true)]
    [InlineData(AutomationClass.Bot, 0.55, 0.5, 0.6, true)]
    [InlineData(AutomationClass.Bot, 0.9, 0.51, 0.99, false)]
    [InlineData(AutomationClass.Undetermined, 0.7, 0.4, 0.9, false)]
    [InlineData(AutomationClass.Human, 0.05, 0.02, 0.11, false)]
    public void Only_an_account_said_to_be_a_program_against_its_own_interval_declares_itself(AutomationClass @class, double probability, double low, double high, bool expected)
    {
        var view = ScoreView.Of(Point(@class, probability, low, high))!;

        Assert.Equal(expected, view.IsDeclared);
        Assert.Equal((@class, probability, low, high), (view.Class, view.Probability, view.Low, view.High));
    }

    [Fact]
    public void A_quiet_person_who_declares_a_program_is_told_so_and_the_same_person_who_does_not_is_not()
    {
        var (declared, silent) = (Model.Value.Score(Someone with { DeclaredBot = true }, null, 0.1), Model.Value.Score(Someone, null, 0.1));

        Assert.True(declared.IsDeclared);
        Assert.True(ScoreView.Of(Point(declared.Class, declared.Probability, declared.Low, declared.High))!.IsDeclared);
        Assert.False(ScoreView.Of(Point(silent.Class, silent.Probability, silent.Low, silent.High))!.IsDeclared);
        Assert.Equal(declared.Probability, silent.Probability);
    }

    [Theory]
    [InlineData(0.05)]
    [InlineData(0.1)]
    [InlineData(0.6)]
    public void The_share_that_a_score_supposes_is_read_back_from_it(double share)
    {
        var score = Model.Value.Score(Someone, null, share);

        Assert.Equal(share, ScoreView.Of(Point(score.Class, score.Probability, score.Low, score.High, score.LogOdds))!.Share, 1e-9);
    }

    [Fact]
    public async Task Explorations_look_at_profiles_with_the_model_of_the_site_and_at_nothing_where_it_does_not_tell()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var scope = site.Scope();
        var look = scope.ServiceProvider.GetRequiredService<ProfileScore>();
        var program = Someone with { Handle = "xk84920175", DisplayName = "xk84920175", Description = "", CreatedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), Posts = 9000, Followers = 2, Following = 4900, Favourites = 0, DefaultProfile = true, DefaultImage = true };

        Assert.Equal(Told(program), look(program));
        Assert.Equal(Told(Someone), look(Someone));
        Assert.NotNull(new[] { look(program), look(Someone) }.FirstOrDefault(p => p is not null));
        // A name alone, and a network of which profiles do not tell.
        Assert.Null(look(new() { Network = Network.Twitter, Id = "8", Handle = "lou" }));
        Assert.Null(look(program with { Network = Network.Bluesky }));
    }

    static double? Told(Account profile) => Model.Value.Score(profile, null, 0.1) is { Class: not AutomationClass.Undetermined } score ? score.Probability : null;

    static ScorePoint Point(AutomationClass @class, double probability, double low, double high, double? logOdds = null) => new()
    {
        AccountId = Guid.NewGuid(), At = SiteUnderTest.Start, Seq = 1, Posts = 0, LogOdds = logOdds ?? Math.Log(probability / (1 - probability)), Probability = probability, Low = low, High = high, Class = @class, Doubt = ScoreDoubt.None, Model = "m",
    };
}
