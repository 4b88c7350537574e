using System.Text;
using Beffroi.Accounts;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Orientation;
using Beffroi.Eva.OrientationFiles;
using Beffroi.Kit;
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
        var offers = FileReading.Of(FileKind.Offres, Encoding.UTF8.GetBytes(OrientationData.Text("offres-exemple.csv")));
        var file = FileTerms.Draft(FileKind.Offres, offers, "Exemple inventé", new(2026, 11, 1), "offres-exemple.csv", site.IdOf(Crew.Superadmin), SiteUnderTest.Start);
        var used = FileTerms.Draft(FileKind.Offres, offers, "Exemple inventé", new(2026, 11, 1), "offres-exemple.csv", null, SiteUnderTest.Start.AddDays(-1));
        used.Confirm(SiteUnderTest.Start.AddDays(-1));
        await site.Given(draft, file, used);
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
            OrientationDraft = file.Id,
        });
    }

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
