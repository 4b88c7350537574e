using Beffroi.Ads;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Ads.Tests.Answering;

/// <summary>Invented ads in an empty site, and people who answer about them.</summary>
static class GivenAds
{
    public static Guid Ad(int number) => new($"00000000-0000-7000-8000-{number:d12}");

    public static Guid Group(int number) => new($"11111111-0000-7000-8000-{number:d12}");

    /// <summary>Ads numbered from 1, one group each; the last <paramref name="gold"/> have a known answer: not political.</summary>
    public static Task GivenSomeAds(this SiteUnderTest site, int count, int gold = 0, string? payer = null, Action<Ad>? change = null, Action<int, AdGroup>? changeGroup = null) => site.Write<AdsDb>(db =>
    {
        var (import, sponsor) = (Guid.NewGuid(), Guid.NewGuid());
        db.Add(new AdImport { Id = import, Source = AdSource.OwnFormat, Name = "invente.json", Sha256 = new('0', 64), At = SiteUnderTest.Start });
        db.Add(new Sponsor { Id = sponsor, Source = AdSource.OwnFormat, Key = "phare", Name = "Union du Phare" });
        for (var n = 1; n <= count; n++)
        {
            var known = n > count - gold;
            var group = new AdGroup { Id = Group(n), ShownAdId = Ad(n), Country = "FR", Language = "fr", Ads = 1, State = known ? GroupState.Gold : GroupState.Open, Shuffle = n * 7919 % 1009, AddedAt = SiteUnderTest.Start };
            changeGroup?.Invoke(n, group);
            db.Add(group);
            var ad = new Ad
            {
                Id = Ad(n), Source = AdSource.OwnFormat, SourceId = $"ad-{n}", Country = "FR", Language = "fr", SponsorId = sponsor, PageName = "Union du Phare", Payer = payer, Text = $"Annonce numéro {n}.",
                Platforms = "Exemplegramme", FirstShownAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero), ContentHash = new('1', 64), GroupId = Group(n), ImportId = import, ImportedAt = SiteUnderTest.Start,
            };
            change?.Invoke(ad);
            db.Add(ad);
            if (known)
            {
                db.Add(new GoldAnswer { GroupId = Group(n), Political = PoliticalAnswer.No, Because = "Un essai.", By = Guid.NewGuid(), At = SiteUnderTest.Start });
            }
        }
    });

    /// <summary>As many times as there are letters, a new browser answers about an ad: y, n or c; and what it is for, if said.</summary>
    public static async Task<IReadOnlyList<Guid>> Answers(this SiteUnderTest site, int ad, string letters, Purpose? purpose = null, string prefix = "v")
    {
        var given = new List<Guid>();
        for (var at = 0; at < letters.Length; at++)
        {
            given.Add(await site.AnswerOf(ad, $"{prefix}{at}", letters[at], purpose));
        }

        return given;
    }

    public static async Task<Guid> AnswerOf(this SiteUnderTest site, int ad, string voter, char letter, Purpose? purpose = null)
    {
        var ct = TestContext.Current.CancellationToken;
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "annonces.repondre";
        var answer = letter switch { 'y' => PoliticalAnswer.Yes, 'n' => PoliticalAnswer.No, _ => PoliticalAnswer.CannotSay };
        var (taking, id) = await scope.ServiceProvider.GetRequiredService<TakeAnswer>().Take(Ad(ad), answer, Lang.French, Voter(voter), null, ct);
        Assert.Equal(Taking.Taken, taking);
        if (purpose is { } said)
        {
            var db = scope.ServiceProvider.GetRequiredService<AdsDb>();
            (await db.Answers.FindAsync([id], ct))!.Purpose = said;
            await db.SaveChangesAsync(ct);
            await scope.ServiceProvider.GetRequiredService<GroupVerdicts>().Settle(Group(ad), purposeAwaited: false, ct);
        }

        return id;
    }

    public static string Voter(string name) => name.PadRight(Answer.VoterLength, '-');

    public static async Task Round(this SiteUnderTest site, Func<AnswerRound, Task> turn)
    {
        await using var scope = site.Scope();
        await turn(scope.ServiceProvider.GetRequiredService<AnswerRound>());
    }

    public static async Task<Guid?> NextFor(this SiteUnderTest site, string voter, string? network = null, bool keeps = true)
    {
        await using var scope = site.Scope();
        return await scope.ServiceProvider.GetRequiredService<NextAd>().For(Voter(voter), network, keeps, TestContext.Current.CancellationToken);
    }
}
