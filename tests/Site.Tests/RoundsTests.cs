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
        Assert.Equal(kinds.Select(k => k.What).Append("Contrôles de conformité").Order(StringComparer.Ordinal), told.Keys.Order(StringComparer.Ordinal));
        Assert.All(kinds, kind => Assert.True(told[kind.What] > 0, $"Nothing of {kind.What} is due: the test shows nothing of it."));
        // More than a round takes at once.
        Assert.True(told["Noms d’invités"] > 100 && told["Signalements refusés"] > 500);

        foreach (var round in Rounds.All)
        {
            var before = round.Takes.Select(kind => kind.Held(site)).ToList();
            await using (var scope = site.Scope())
            {
                await round.Run(scope.ServiceProvider, TestContext.Current.CancellationToken);
            }

            Assert.All(round.Takes.Zip(before), kept =>
            {
                var (kind, held) = kept;
                var gone = held - kind.Held(site);
                Assert.True(told[kind.What] == gone, $"{kind.What}: {told[kind.What]} told, {gone} gone.");
            });
        }

        var left = await Told(site);
        Assert.All(kinds, kind => Assert.Equal(0, left[kind.What]));
        Assert.All(Rounds.OfTheChat.Takes, kind => Assert.True(kind.Held(site) > 0, $"{kind.What}: what was not due is gone."));
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
                new Answer { Id = Guid.NewGuid(), GroupId = group, AdId = AdsFurnishing.Known, Voter = new('2', Answer.VoterLength), Political = PoliticalAnswer.No, Language = Lang.French, At = Then, Network = "réseau", OnGold = true });
            db.AddRange(Enumerable.Range(0, 501).Select(_ => new Submission { Id = Guid.NewGuid(), At = Then, Language = Lang.French, DecidedAt = Then, DecidedBy = camille, RefusedBecause = "Ce n’est pas une annonce." }));
        });
        await Participant.Alone(site);
        var alone = site.Read(db => db.Evaluations.OrderBy(e => e.Id).First(e => e.CampaignId == null).Id);
        await site.Given(
            new HandOverCode { EvaluationId = alone, Hash = [1], MadeAt = Then, ExpiresAt = Then.AddDays(HandOverCode.Days) },
            new WrongHandOverCode { Id = Guid.NewGuid(), By = camille, At = Then });
        await site.Write<EncyclopediaDb>(db => db.Add(new ProposalDecision { ProposalId = keys.Proposal, Verdict = ProposalVerdict.Refused, By = camille, At = Then, Reason = "Déjà dit." }));
        await LeaveChat(site, camille, Then, "a");
        await site.Write<ChatDb>(db => db.AddRange(Enumerable.Range(0, 100).Select(n => Pass(camille, Then, string.Create(CultureInfo.InvariantCulture, $"{n:D64}")))));
    }

    static Task LeaveWhatStays(SiteUnderTest site) => LeaveChat(site, site.IdOf(Crew.Superadmin), site.Clock.GetUtcNow(), "b");

    static Task LeaveChat(SiteUnderTest site, Guid by, DateTimeOffset at, string name) => site.Write<ChatDb>(db => db.AddRange(
        new NoticeRow { Id = Guid.NewGuid(), AccountId = by, Reason = NoticeReason.Mention, SubjectId = Guid.NewGuid(), Key = name, At = at },
        new ReadingLine { Id = Guid.NewGuid(), At = at, AccountId = by, OrganisationId = null, Act = ReadingAct.Read, CaseId = CaseFurnishing.Case },
        new Revocation { Id = Guid.NewGuid(), At = at, AccountId = by },
        new Blob { Sha256 = new(name[0], 64), Bytes = [1], At = at },
        Pass(by, at, new(name[0], 64))));

    static GuestPass Pass(Guid by, DateTimeOffset at, string secret) =>
        new() { Id = Guid.NewGuid(), CaseId = CaseFurnishing.Case, SecretHash = secret, ForWhom = "Une experte", OrganisationId = ChatWorld.Ministry.Id, InvitedBy = by, InvitedAt = at, ExpiresAt = at.AddDays(1) };

    static async Task<Dictionary<string, int>> Told(SiteUnderTest site)
    {
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open("/admin/effacements");
        return RetentionTests.Told(camille);
    }
}
