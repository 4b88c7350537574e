using System.Net;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Visitor = Beffroi.Testing.Visitor;

namespace Beffroi.Accounts.Tests.Recording;

/// <summary>The controller's decision on an assessment: pieces may wait, the service waits with them.</summary>
public sealed class WriteRecordTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_superadmin_completes_the_record_and_the_service_opens_at_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Write<AccountsDb>(db => db.RemoveRange(db.TreatmentRecords.Where(r => r.Service == "eva").ToList()));
        var camille = await Form(site);
        await camille.Press("Consigner", ("Controller", "Département imaginaire, dpo@departement.example"), ("Basis", "Consent"));
        Assert.Contains("il manque le texte ou l’intérêt qui le fonde", camille.Text, StringComparison.Ordinal);
        Assert.Equal("Service en pause", (await site.Visit().Open("/eva/BKT59000")).Heading);

        await camille.Open("/admin/donnees-personnelles/eva");
        Assert.Equal("Département imaginaire, dpo@departement.example", camille.Page.QuerySelector("[name=Controller]")!.GetAttribute("value"));
        await camille.Press("Consigner", ("BasisDetail", "Consentement avant de jouer"), ("DpoOpinion", "Favorable"), ("PeopleOpinion", "Recueilli"), ("Decision", "GoAhead"), ("DecidedBy", "A. B., président"), ("DecidedOn", "2026-11-20"), ("ExpiresOn", "2027-11-20"));
        Assert.Contains("En vigueur", camille.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Visit().Open("/eva/BKT59000")).Status);
        Assert.Equal([1, 2], site.ReadAccounts(db => db.TreatmentRecords.Where(r => r.Service == "eva").OrderBy(r => r.Number).Select(r => r.Number).ToList()));
        Assert.Contains("A. B., président, le 20 novembre 2026", (await site.Visit().Open("/donnees-personnelles/analyses/eva")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ExpiresOn", "2026-11-22")]
    [InlineData("ExpiresOn", "2029-11-24")]
    [InlineData("ExpiresOn", "demain")]
    [InlineData("ExpiresOn", "2027-02-30")]
    [InlineData("DecidedOn", "2026-11-24")]
    [InlineData("Basis", "Envie")]
    [InlineData("Basis", "3")]
    [InlineData("Decision", "goahead")]
    [InlineData("Controller", "301")]
    [InlineData("DpoOpinion", "4001")]
    public async Task A_mistake_is_shown_beside_its_field_and_nothing_is_kept(string field, string typed)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Form(site);
        var before = site.ReadAccounts(db => db.TreatmentRecords.Count());
        await camille.Post("/admin/donnees-personnelles/eva", (field, field is "Controller" or "DpoOpinion" ? new string('a', int.Parse(typed, System.Globalization.CultureInfo.InvariantCulture)) : typed));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.NotEmpty(camille.Mistakes);
        Assert.Equal(before, site.ReadAccounts(db => db.TreatmentRecords.Count()));
    }

    [Fact]
    public async Task What_is_typed_is_shown_as_text_to_everybody()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var camille = await Form(site);
        await camille.Press("Consigner", ("Controller", "<script>alert(1)</script>"), ("ExpiresOn", "2027-11-20"));
        var page = await site.Visit().Open("/donnees-personnelles/analyses/eva");
        Assert.Contains("<script>alert(1)</script>", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Superadmins_are_written_to_once_in_the_month_before_the_last_day()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var last = site.ReadAccounts(db => db.TreatmentRecords.AsNoTracking().Single(r => r.Service == "robots"));
        await site.Write<AccountsDb>(db => db.Add(new TreatmentRecord
        {
            Id = Guid.NewGuid(), Service = "robots", Number = 2, TemplateVersion = 1, WrittenAt = last.WrittenAt, WrittenBy = last.WrittenBy, Controller = last.Controller, Basis = last.Basis, BasisDetail = last.BasisDetail,
            DpoOpinion = last.DpoOpinion, PeopleOpinion = last.PeopleOpinion, Decision = last.Decision, DecidedBy = last.DecidedBy, DecidedOn = last.DecidedOn, ExpiresOn = new(2026, 12, 24),
        }));
        await Tell(site);
        Assert.Equal(0, Told(site));
        site.Clock.Advance(TimeSpan.FromDays(1));
        await Tell(site);
        await Tell(site);
        Assert.Equal(1, Told(site));
        Assert.Contains("24 décembre 2026", site.ReadAccounts(db => db.Outbox.Single(l => l.Kind == "analyse-echeance").Body), StringComparison.Ordinal);

        static int Told(SiteUnderTest site) => site.ReadAccounts(db => db.Outbox.Count(l => l.Kind == "analyse-echeance"));
    }

    static async Task Tell(SiteUnderTest site)
    {
        await using var scope = site.Scope();
        await scope.ServiceProvider.GetRequiredService<ExpiryNotices>().Write(TestContext.Current.CancellationToken);
    }

    static async Task<Visitor> Form(SiteUnderTest site) => await (await site.SignIn(Crew.Superadmin)).Open("/admin/donnees-personnelles/eva");
}
