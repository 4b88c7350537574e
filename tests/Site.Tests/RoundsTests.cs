using System.Globalization;
using Beffroi.Accounts;
using Beffroi.Accounts.Support;
using Beffroi.Ads;
using Beffroi.Chat;
using Beffroi.Chat.Rules.Notices;
using Beffroi.Encyclopedia;
using Beffroi.Eva;
using Beffroi.Kit;

namespace Beffroi.Site.Tests;

/// <summary>C15: each round that erases takes as many as were told before it, of each kind, and no other.</summary>
public sealed class RoundsTests
{
    static readonly DateTimeOffset Then = SiteUnderTest.Start;

    [Theory]
    [ClassData(typeof(Engines))]
    public async Task C15_Each_round_takes_as_many_as_were_told(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await Leave(site, await site.Furnish());
        // Six years later: all that a round takes is past its time, but for what is left now.
        site.Clock.Advance(TimeSpan.FromDays(2200));
        await LeaveWhatStays(site);
        var told = await Told(site);
        var kinds = Rounds.All.SelectMany(r => r.Takes).ToList();
        // Controls have a test of their own (BoardDoorTests).
        Assert.Equal(kinds.Append("Contrôles de conformité").Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(kinds, kind => Assert.True(told[kind] > 0, $"Nothing of {kind} is due: the test shows nothing of it."));

        foreach (var (takes, run) in Rounds.All)
        {
            var before = Rounds.Held(site);
            await using (var scope = site.Scope())
            {
                await run(scope.ServiceProvider, TestContext.Current.CancellationToken);
            }

            var after = Rounds.Held(site);
            Assert.All(takes, kind => Assert.True(told[kind] == before[kind] - after[kind], $"{kind}: {told[kind]} told, {before[kind] - after[kind]} gone."));
        }

        var left = await Told(site);
        Assert.All(kinds, kind => Assert.Equal(0, left[kind]));
        var held = Rounds.Held(site);
        Assert.All(Rounds.OfTheChat, kind => Assert.True(held[kind] > 0, $"{kind}: what was not due is gone."));
    }

    /// <summary>Of each kind that the furnished world does not have, one that will be past its time.</summary>
    static async Task Leave(SiteUnderTest site, PlaceKeys keys)
    {
        var (camille, pending) = (site.IdOf(Crew.Superadmin), site.IdOf(Crew.Pending));
        await site.Write<AccountsDb>(db =>
        {
            var cancelled = Closure.Ask(camille, Then, Closure.Grace);
            cancelled.Cancel(Then);
            db.AddRange(cancelled, Closure.Ask(pending, Then, Closure.Grace));
            db.Requests.OrderBy(r => r.Id).First().Do(RequestAct.Close, camille, Then);
        });
        await site.Write<AdsDb>(db =>
        {
            var group = AdsFurnishing.GroupOf(AdsFurnishing.Known);
            db.AddRange(
                new DayKey { Day = new(2020, 1, 1), Sealed = "" },
                new Hold { GroupId = group, Voter = new('1', Answer.VoterLength), Until = Then, Open = false },
                new Answer { Id = Guid.NewGuid(), GroupId = group, AdId = AdsFurnishing.Known, Voter = new('2', Answer.VoterLength), Political = PoliticalAnswer.No, Language = Lang.French, At = Then, Network = "réseau", OnGold = true },
                new Submission { Id = Guid.NewGuid(), At = Then, Language = Lang.French, DecidedAt = Then, DecidedBy = camille, RefusedBecause = "Ce n’est pas une annonce." });
        });
        await Participant.Alone(site);
        var alone = site.Read(db => db.Evaluations.OrderBy(e => e.Id).First(e => e.CampaignId == null).Id);
        await site.Given(
            new HandOverCode { EvaluationId = alone, Hash = [1], MadeAt = Then, ExpiresAt = Then.AddDays(HandOverCode.Days) },
            new WrongHandOverCode { Id = Guid.NewGuid(), By = camille, At = Then });
        await site.Write<EncyclopediaDb>(db => db.Add(new ProposalDecision { ProposalId = keys.Proposal, Verdict = ProposalVerdict.Refused, By = camille, At = Then, Reason = "Déjà dit." }));
        await LeaveChat(site, camille, Then, "a");
    }

    static Task LeaveWhatStays(SiteUnderTest site) => LeaveChat(site, site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow(), "b");

    static Task LeaveChat(SiteUnderTest site, Guid by, DateTimeOffset at, string name) => site.Write<ChatDb>(db => db.AddRange(
        new NoticeRow { Id = Guid.NewGuid(), AccountId = by, Reason = NoticeReason.Mention, SubjectId = Guid.NewGuid(), Key = name, At = at },
        new ReadingLine { Id = Guid.NewGuid(), At = at, AccountId = by, OrganisationId = null, Act = ReadingAct.Read, CaseId = CaseFurnishing.Case },
        new Revocation { Id = Guid.NewGuid(), At = at, AccountId = by },
        new Blob { Sha256 = new(name[0], 64), Bytes = [1], At = at },
        new GuestPass { Id = Guid.NewGuid(), CaseId = CaseFurnishing.Case, SecretHash = new(name[0], 64), ForWhom = "Une experte", OrganisationId = ChatWorld.Ministry.Id, InvitedBy = by, InvitedAt = at, ExpiresAt = at.AddDays(1) }));

    static async Task<Dictionary<string, int>> Told(SiteUnderTest site)
    {
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/admin/effacements");
        return camille.Page.QuerySelectorAll("main tbody tr").ToDictionary(
            r => r.QuerySelector("th")!.TextContent.Trim(),
            r => int.Parse(new string([.. r.QuerySelectorAll("td")[1].TextContent.Where(char.IsAsciiDigit)]), CultureInfo.InvariantCulture),
            StringComparer.Ordinal);
    }
}
