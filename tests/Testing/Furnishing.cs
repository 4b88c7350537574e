using System.Text;
using Beffroi.Accounts;
using Beffroi.Ads;
using Beffroi.Chat;
using Beffroi.Encyclopedia;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Eva.Norming;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using AccountsInvitation = Beffroi.Accounts.Invitation;

namespace Beffroi.Testing;

/// <summary>The named world with what is needed for each page to have something on it.</summary>
public static class Furnishing
{
    public static async Task<PlaceKeys> Furnish(this SiteUnderTest site)
    {
        var (invitation, token) = AccountsInvitation.Write(EmailAddress.Read("lina@mission.beffroi.example", "Email", new Errors())!, Role.Conseiller, site.StructureOf("Mission locale du Beffroi"), site.IdOf(Crew.Admin), SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.Add(invitation));
        var bank = BankShelf.Embedded("livraison");
        var draft = new BankDraft
        {
            Id = Guid.NewGuid(), Situation = "livraison", AuthorId = site.IdOf(Crew.Superadmin), At = SiteUnderTest.Start, FileName = "banque.xlsx",
            Content = BankText.Of(bank with { Items = [.. bank.Items.Select((item, i) => i % 5 == 0 ? item with { Difficulty = item.Difficulty + 0.15, Question = item.Question + " " } : item)] }),
        };
        var post = await site.FurnishPost();
        var (request, prospect) = (Guid.Empty, Guid.Empty);
        await site.Write<AccountsDb>(db => (request, prospect) = db.FurnishSupport(site.IdOf(Crew.Superadmin), SiteUnderTest.Start));
        var offers = FileReading.Of(FileKind.Offres, Encoding.UTF8.GetBytes(OrientationData.Text("offres-exemple.csv")));
        var file = FileTerms.Draft(FileKind.Offres, offers, "Exemple inventé", new(2026, 11, 1), "offres-exemple.csv", site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        var used = FileTerms.Draft(FileKind.Offres, offers, "Exemple inventé", new(2026, 11, 1), "offres-exemple.csv", null, SiteUnderTest.Start.AddDays(-1));
        used.Confirm(SiteUnderTest.Start.AddDays(-1));
        await site.Given(draft, file, used, Norm(site));
        var proposal = Guid.Empty;
        await site.Write<EncyclopediaDb>(db => proposal = db.Furnish(site.IdOf(Crew.Superadmin), site.IdOf(Crew.Admin), SiteUnderTest.Start));
        await site.Write<EncyclopediaDb>(db => ReadingFurnishing.Fill(db, SiteUnderTest.Start));
        await site.Write<AdsDb>(db => AdsFurnishing.Fill(db, SiteUnderTest.Start));
        await site.Write<AdsDb>(db => AdsIntakeFurnishing.Fill(db, SiteUnderTest.Start));
        await site.PlantBots(TestContext.Current.CancellationToken);
        await site.PlantIncubator(TestContext.Current.CancellationToken);
        var caseRoom = await site.FurnishChat();
        return site.Read(db => new PlaceKeys
        {
            Campaign = db.Campaigns.Single(c => c.Code == "BKT59000").Id,
            EmptyCampaign = db.Campaigns.Single(c => c.Code == "VRD59000").Id,
            Code = "BKT59000",
            ClosedCode = "VRD59000",
            Evaluation = db.Evaluations.Single(e => e.Beneficiary!.Name == "Awa").Id,
            Unfinished = db.Evaluations.Single(e => e.Beneficiary!.Name == "Elif").Id,
            Person = site.IdOf(Crew.Rose),
            Followed = db.Beneficiaries.Single(b => b.Name == "Awa").Id,
            Alarming = db.Evaluations.Single(e => e.Beneficiary!.Name == "Colette").Id,
            Structure = site.StructureOf("Mission locale du Beffroi"),
            InvitationToken = token,
            BankDraft = draft.Id,
            ResetToken = post.Reset,
            ConfirmToken = post.Confirm,
            StopToken = post.Stop,
            Letter = post.Letter,
            News = post.News,
            HelpSource = post.Help,
            OrientationDraft = file.Id,
            Request = request,
            Prospect = prospect,
            Proposal = proposal,
            CaseRoom = caseRoom,
        });
    }

    /// <summary>The first norm of literacy, of 240 invented people: not for their results, for a page to have something on it.</summary>
    public static NormVersion Norm(SiteUnderTest site) => Norm(site.IdOf(Crew.Superadmin), SiteUnderTest.Start);

    public static NormVersion Norm(Guid author, DateTimeOffset at) => new()
    {
        Id = Guid.NewGuid(), Scope = "beffroi-litteratie", Number = 1, AuthorId = author, At = at, Note = "Première norme", IsExploratory = true, Persons = 240,
        FilterText = new NormFilter { From = new(2026, 9, 1), InputMode = "souris" }.ToJson(), RestsOn = "moteur beffroi, normes beffroi-expert-2026-11, plan absent", GatesMissed = "plan, non_reponse",
        StatisticsText = new NormStatistics
        {
            Persons = 240, LeftByEffort = 12, Mean = -0.31, StandardDeviation = 0.82, MeanStandardError = 0.47, HistogramFrom = -2.5, Histogram = [8, 22, 41, 60, 54, 33, 16, 6], Latent = new(240, -0.38, 0.97, 0.07, 0.06), MarginalReliability = 0.75,
            Form = new(231, 16, 0.81, 0.77, 0.84, 0.82),
            Items = [new("livraison L01", 240, 0.83, 0.98, 0.94, -0.3, -0.4), new("livraison L03", 238, 0.41, 1.42, 1.61, 3.1, 2.6)],
            Dif = [new() { Groups = "genre", Reference = 118, Focal = 121, Gap = DifGap.TooFewPeople }],
            Modes = [new("souris", 240)],
        }.ToJson(),
    };

    /// <summary>Each of those who stand before a page, once, ready to go to it.</summary>
    public static async Task<IReadOnlyDictionary<string, Visitor>> Visitors(this SiteUnderTest site, PlaceKeys keys)
    {
        var visitors = new Dictionary<string, Visitor>(StringComparer.Ordinal) { [""] = site.Visit() };
        foreach (var name in Places.Of(keys).Select(p => p.As).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            visitors[name] = name switch
            {
                Places.InPlay => (await Participant.Enter(site, keys.Code)).Visitor,
                Places.AtTheEnd => await AtTheEnd(site, keys.Code),
                Places.Alone => (await Participant.Alone(site)).Visitor,
                Places.AloneAtTheEnd => (await Participant.AloneAtTheEnd(site)).Visitor,
                AdsFurnishing.Volunteer => await AdsFurnishing.VolunteerOf(site, TestContext.Current.CancellationToken),
                _ => await site.SignIn(name),
            };
        }

        return visitors;
    }

    static async Task<Visitor> AtTheEnd(SiteUnderTest site, string code)
    {
        var participant = await Participant.Enter(site, code, "Inès");
        await participant.AnswerQuestionnaire();
        await participant.PlayAll(_ => true);
        return participant.Visitor;
    }
}
