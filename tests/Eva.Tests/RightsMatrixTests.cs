using System.Net;
using Beffroi.Eva.Bank;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Entry;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.Tests;

/// <summary>Who may do what to which campaign: the table, and every door tried for every person.</summary>
public sealed class RightsMatrixTests
{
    const string Shared = "Partagée";

    static readonly string[] Campaigns = ["Accueil de novembre", "Entretiens de Rose", Shared, "Essai d’octobre", "Équipe du canal"];

    // C: sees and changes; S: sees only; a dot: it does not exist for this person. In the order of the campaigns above:
    // public of Hugo, private of Rose, private of Rose shared with Hugo, public of Nadia, public of the other structure.
    public static readonly TheoryData<string, string, DbEngine> Table = Rows(
        (Crew.Superadmin, "C..CC"),
        (Crew.Charge, "S..SS"),
        (Crew.RegionAdmin, "C..CC"),
        (Crew.Admin, "C..C."),
        (Crew.Hugo, "C.SS."),
        (Crew.Rose, "SCCS."),
        (Crew.OtherAdmin, "....C"),
        (Crew.OtherAdviser, "....C"));

    static readonly string[] Sights = ["/eva/campagnes/{0}", "/eva/campagnes/{0}/affiche", "/eva/evaluations/{1}", "/eva/evaluations/{1}/orientation", "/eva/evaluations/{1}/entretien", "/eva/evaluations/{1}/formation", "/eva/evaluations/{1}/formation.csv"];
    static readonly string[] Forms = ["/eva/campagnes/{0}/modifier", "/eva/campagnes/{0}/supprimer"];
    static readonly string[] Changes = ["fermer", "rouvrir", "modifier", "dupliquer", "supprimer"];

    [Theory, MemberData(nameof(Table))]
    public async Task Each_door_opens_to_those_of_the_table_and_to_nobody_else(string person, string rights, DbEngine engine)
    {
        await using var site = await Furnished(engine);
        var visitor = await site.SignIn(person);

        foreach (var (label, right) in Campaigns.Zip(rights))
        {
            var campaign = site.Campaign(label);
            var evaluation = site.LastEvaluation(campaign.Id).Id;
            foreach (var door in Sights.Concat(Forms))
            {
                var address = string.Format(System.Globalization.CultureInfo.InvariantCulture, door, campaign.Id, evaluation);
                var expected = right == 'C' || (right == 'S' && Sights.Contains(door, StringComparer.Ordinal));
                var status = (await visitor.Open(address)).Status;
                // A campaign with evaluations tells whoever may delete it that it cannot be deleted.
                Assert.True((status is HttpStatusCode.OK or HttpStatusCode.Conflict) == expected && (expected || status == HttpStatusCode.NotFound), $"{person} at {address} of {label}: {(int)status}");
            }

            foreach (var change in Changes)
            {
                var before = Everything(site);
                await visitor.Open("/eva/campagnes");
                await visitor.Post($"/eva/campagnes/{campaign.Id}/{change}", ("Label", label), ("IsPrivate", campaign.IsPrivate ? "true" : "false"));
                Assert.True((visitor.Status == HttpStatusCode.NotFound) == (right != 'C'), $"{person} tries to {change} {label}: {(int)visitor.Status}");
                Assert.True(right == 'C' || string.Equals(before, Everything(site), StringComparison.Ordinal), $"{person} was refused to {change} {label}, and yet changed something.");
            }
        }
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_pending_account_and_a_stranger_find_every_door_shut(DbEngine engine)
    {
        await using var site = await Furnished(engine);
        var pending = await site.SignIn(Crew.Pending);
        var stranger = site.Visit();

        foreach (var campaign in Campaigns.Select(site.Campaign))
        {
            var evaluation = site.LastEvaluation(campaign.Id).Id;
            foreach (var address in Sights.Concat(Forms).Select(d => string.Format(System.Globalization.CultureInfo.InvariantCulture, d, campaign.Id, evaluation)))
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await pending.Open(address)).Status);
                Assert.StartsWith("/connexion", (await stranger.Open(address)).Address, StringComparison.Ordinal);
            }

            var before = Everything(site);
            foreach (var change in Changes)
            {
                await pending.Open("/compte");
                await pending.Post($"/eva/campagnes/{campaign.Id}/{change}", ("Label", "Prise"));
                Assert.Equal(HttpStatusCode.Forbidden, pending.Status);
                await stranger.Open("/connexion");
                await stranger.Post($"/eva/campagnes/{campaign.Id}/{change}", ("Label", "Prise"));
                Assert.True(stranger.Address.StartsWith("/connexion", StringComparison.Ordinal) || stranger.Status is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized, $"{change}: {stranger.Status} {stranger.Address}");
            }

            Assert.Equal(before, Everything(site));
        }
    }

    static readonly string[] BankDoors =
    [
        "/eva/banque", "/eva/banque/maintenance", "/eva/banque/livraison", "/eva/banque/livraison/L01", "/eva/banque/livraison/export.csv", "/eva/banque/livraison/export.xlsx",
        "/eva/banque/livraison/importer", "/eva/banque/livraison/versions", "/eva/banque/livraison/versions/0", "/eva/banque/livraison/versions/1", "/eva/banque/livraison/importer/{0}",
    ];

    [Theory, ClassData(typeof(Engines))]
    public async Task Banks_hold_every_answer_and_exist_for_superadmins_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        // One of their own waits for each of them: the right is not that of having sent it.
        var bank = BankShelf.Embedded("livraison");
        var people = new[] { Crew.Superadmin, Crew.Charge, Crew.RegionAdmin, Crew.Admin, Crew.Hugo, Crew.Rose, Crew.OtherAdmin, Crew.OtherAdviser, Crew.Pending };
        var drafts = people.ToDictionary(p => p, _ => Guid.NewGuid());
        await site.Given(
        [
            new StoredBank { Situation = "livraison", Version = bank.Version, Content = BankText.Of(bank), At = SiteUnderTest.Start },
            new BankVersion { Id = Guid.NewGuid(), Situation = "livraison", Number = 1, Bank = bank.Version, AuthorId = site.IdOf(Crew.Superadmin), At = SiteUnderTest.Start, Note = "Même banque" },
            .. people.Select(p => new BankDraft { Id = drafts[p], Situation = "livraison", AuthorId = site.IdOf(p), At = SiteUnderTest.Start, FileName = "banque.csv", Content = BankText.Of(bank) }),
        ]);

        foreach (var person in people)
        {
            var visitor = await site.SignIn(person);
            foreach (var door in BankDoors)
            {
                var status = (await visitor.Open(string.Format(System.Globalization.CultureInfo.InvariantCulture, door, drafts[person]))).Status;
                Assert.True(status == (person == Crew.Superadmin ? HttpStatusCode.OK : HttpStatusCode.Forbidden), $"{person} at {door}: {(int)status}");
            }

            foreach (var change in new[] { $"importer/{drafts[person]}", "versions/0", "versions/1" }.Where(_ => person != Crew.Superadmin))
            {
                await visitor.Open("/compte");
                await visitor.Post($"/eva/banque/livraison/{change}", ("Note", "Pris"), ("Read", bank.Version));
                Assert.True(visitor.Status == HttpStatusCode.Forbidden, $"{person} tries {change}: {(int)visitor.Status}");
            }

            if (person != Crew.Superadmin)
            {
                await visitor.Open("/compte");
                using var file = new MultipartFormDataContent { { new StringContent(visitor.Page.QuerySelector("input[name=__RequestVerificationToken]")!.GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(BankFile.Csv(bank)), "File", "banque.csv" } };
                using var answer = await visitor.Http.PostAsync(new Uri("/eva/banque/livraison/importer", UriKind.Relative), file, TestContext.Current.CancellationToken);
                Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            }
        }

        var stranger = site.Visit();
        foreach (var door in BankDoors)
        {
            Assert.StartsWith("/connexion", (await stranger.Open(string.Format(System.Globalization.CultureInfo.InvariantCulture, door, Guid.NewGuid()))).Address, StringComparison.Ordinal);
        }

        Assert.Equal((1, people.Length), site.Read(db => ValueTuple.Create(db.BankVersions.Count(), db.BankDrafts.Count())));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_query_itself_gives_banks_to_superadmins_only(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var bank = BankShelf.Embedded("livraison");
        var author = Guid.NewGuid();
        await site.Given(
            new StoredBank { Situation = "livraison", Version = bank.Version, Content = BankText.Of(bank), At = SiteUnderTest.Start },
            new BankVersion { Id = Guid.NewGuid(), Situation = "livraison", Number = 1, Bank = bank.Version, AuthorId = author, At = SiteUnderTest.Start, Note = "Même banque" },
            new BankDraft { Id = Guid.NewGuid(), Situation = "livraison", AuthorId = author, At = SiteUnderTest.Start, FileName = "banque.csv", Content = BankText.Of(bank) });

        foreach (var (role, accepted) in Enum.GetValues<Role>().SelectMany(r => new[] { (r, true), (r, false) }))
        {
            var user = new CurrentUser { Id = author, Name = "Quelqu’un", Role = role, StructureId = null, Structures = [], Accepted = accepted };
            var expected = role == Role.Superadmin && accepted ? 1 : 0;
            Assert.Equal(expected, site.Read(db => db.BankVersions.VisibleTo(user).Count()));
            Assert.Equal(expected, site.Read(db => db.BankDrafts.Of(user, SiteUnderTest.Start).Count()));
        }
    }

    [Theory]
    [InlineData(Crew.Hugo, true)]
    [InlineData(Crew.Admin, true)]
    [InlineData(Crew.RegionAdmin, true)]
    [InlineData(Crew.Charge, false)]
    public async Task Those_who_work_in_a_structure_open_campaigns_and_those_who_only_read_do_not(string person, bool may)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(person);

        Assert.Equal(may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, (await visitor.Open("/eva/campagnes/nouvelle")).Status);
        await visitor.Open("/eva/campagnes");
        Assert.Equal(may, visitor.Page.QuerySelectorAll("main a").Any(a => a.TextContent.Contains("Nouvelle campagne", StringComparison.Ordinal)));
        await visitor.Post("/eva/campagnes/nouvelle", ("Label", "Ouverte ?"), ("Parcours", "competences_de_base"));
        Assert.Equal(may, site.Read(db => db.Campaigns.Any(c => c.Label == "Ouverte ?")));
    }

    [Fact]
    public async Task A_superadmin_without_a_structure_is_told_why_no_campaign_can_be_opened()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await site.SignIn(Crew.Superadmin);

        await camille.Open("/eva/campagnes/nouvelle");
        await camille.Press("Créer la campagne", ("Label", "Sans structure"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("rattaché à aucune structure", Assert.Single(camille.Mistakes), StringComparison.Ordinal);
    }

    static async Task<SiteUnderTest> Furnished(DbEngine engine)
    {
        var site = await SiteUnderTest.WithWorld(engine);
        var shared = await site.Create(Crew.Rose, Shared, isPrivate: true);
        var hugo = site.IdOf(Crew.Hugo);
        await site.Write<EvaDb>(db => db.Campaigns.Include(c => c.Guests).Single(c => c.Id == shared.Id).ShareWith([hugo], shared.AuthorId, SiteUnderTest.Start));
        foreach (var campaign in Campaigns.Select(site.Campaign))
        {
            var person = new Beneficiary { Id = Guid.NewGuid(), StructureId = campaign.StructureId, Name = "Awa", Code = $"{campaign.Id:N}"[^20..], CreatedAt = SiteUnderTest.Start };
            await site.Given(person, new Evaluation
            {
                Id = Guid.NewGuid(), CampaignId = campaign.Id, BeneficiaryId = person.Id, StartedAt = SiteUnderTest.Start, ConsentedAt = SiteUnderTest.Start, ConsentVersion = ConsentText.Version, TokenHash = [],
            });
        }

        return site;
    }

    static string Everything(SiteUnderTest site) => site.Read(db => string.Join('\n', db.Campaigns.AsNoTracking().Include(c => c.Guests).OrderBy(c => c.Id).AsEnumerable()
        .Select(c => $"{c.Id} {c.Label} {c.IsPrivate} {c.DeactivatedAt:O} {string.Join(',', c.Guests.Select(g => g.AccountId).Order())}")));

    static TheoryData<string, string, DbEngine> Rows(params (string Person, string Rights)[] table)
    {
        var rows = new TheoryData<string, string, DbEngine>();
        foreach (var (person, rights) in table)
        {
            foreach (var engine in new Engines())
            {
                rows.Add(new TheoryDataRow<string, string, DbEngine>(person, rights, engine.Data) { Skip = engine.Skip });
            }
        }

        return rows;
    }
}
