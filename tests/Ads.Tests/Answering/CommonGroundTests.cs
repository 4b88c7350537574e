using Beffroi.Ads.Tests.Reviewing;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>Do people who usually disagree answer the same of an ad? Only reviewers are told, and only of the ad.</summary>
public sealed class CommonGroundTests
{
    static readonly Guid Group = Guid.NewGuid();

    // Twenty people of each side, who answered the opposite about twelve other ads.
    static IEnumerable<(Guid, string, int)> TwoSides(int people = 20)
    {
        foreach (var n in Enumerable.Range(0, 12))
        {
            var group = Guid.NewGuid();
            foreach (var person in Enumerable.Range(0, people))
            {
                yield return (group, $"a{person}", n % 2);
                yield return (group, $"b{person}", 1 - (n % 2));
            }
        }
    }

    static CommonGround Read(IEnumerable<(Guid, string, int)> answers) =>
        Board.Of(Question.Political, answers).CommonGround(Question.Political, Group, TestContext.Current.CancellationToken)!;

    [Fact]
    public void Both_sides_say_the_same_and_it_is_told() =>
        Assert.Equal((false, 1), (Read([.. TwoSides(), .. Enumerable.Range(0, 4).SelectMany(n => new[] { (Group, $"a{n}", 1), (Group, $"b{n}", 1) })]) is var ground ? (ground.TooFew, ground.Shared) : default));

    [Fact]
    public void One_side_alone_is_not_agreement_however_many_it_sends() =>
        Assert.Equal((false, null), (Read([.. TwoSides(), .. Enumerable.Range(0, 14).Select(n => (Group, $"a{n}", 1)), .. Enumerable.Range(0, 3).Select(n => (Group, $"b{n}", 0))]) is var ground ? (ground.TooFew, ground.Shared) : default));

    [Fact]
    public void Of_people_who_are_not_known_nothing_is_said()
    {
        Assert.True(Read([.. TwoSides(), .. Enumerable.Range(0, 9).Select(n => (Group, $"new{n}", 1))]).TooFew);
        Assert.True(Read([.. TwoSides(people: 9), .. Enumerable.Range(0, 9).Select(n => (Group, $"a{n}", 1))]).TooFew);
        Assert.Null(Board.Of(Question.Political, TwoSides()).CommonGround(Question.Political, Group, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_reviewer_reads_it_on_the_ad_and_nobody_else_does()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var ad = await site.Ad(Given.Party, "Un port ouvert, des écoles neuves.", GroupState.Disputed, "Yes:8");
        await site.Appointed(Given.Reviewer);
        var hugo = await site.SignIn(Given.Reviewer);
        await hugo.Open(Given.Desk(ad));
        Assert.Contains("Trop peu de réponses pour le dire.", hugo.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Trop peu de réponses pour le dire", await site.Everything(ad), StringComparison.Ordinal);
    }
}
