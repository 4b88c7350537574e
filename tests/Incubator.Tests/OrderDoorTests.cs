using System.Net;
using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>Orders, services done and payments, by the pages.</summary>
public sealed class OrderDoorTests
{
    [Theory]
    [ClassData(typeof(Engines))]
    public async Task Three_people_take_an_order_to_its_payment(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.OpenToday();
        var orders = await site.SignIn(Crew.Superadmin);
        await orders.PlaceOrder("C-1", "30 000,00");
        Assert.Equal("Commande C-1", orders.Heading);
        var order = orders.Address;

        var certifies = await site.SignIn(Crew.Admin);
        await certifies.Open(order);
        await certifies.Follow("Constater le service fait");
        await certifies.Press("Signer le procès-verbal", ("Label", "Novembre"), ("Deliverables", "Code publié"), ("DeliveredOn", "2026-11-23"), ("Amount", "10000"));
        Assert.Contains("Cette livraison : " + Visitor.Flat(Money.Of(10_000).ToString()), certifies.Text, StringComparison.Ordinal);

        var pays = await site.SignIn(Crew.Charge);
        await pays.Open(order);
        await pays.Follow("Enregistrer un paiement");
        await pays.Press("Enregistrer le paiement", ("Invoice", "F-1"), ("PaidOn", "2026-11-23"), ("Amount", "10000,01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, pays.Status);
        Assert.Contains("Il reste", pays.Mistakes.Single(), StringComparison.Ordinal);
        await pays.Press("Enregistrer le paiement", ("Amount", "10000"));

        Assert.Equal(order, pays.Address);
        var balance = Balance.Of(site.ReadIncubator(db => db.Entries.ToList()));
        Assert.Equal((30_000m, 10_000m, 10_000m, 20_000m), (balance.Engaged.Amount, balance.Certified.Amount, balance.Paid.Amount, balance.ToPay.Amount));
    }

    [Fact]
    public async Task The_menu_leads_whoever_holds_a_duty_to_its_conventions_and_nobody_else()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var (nadia, hugo) = (await site.SignIn(Crew.Admin), await site.SignIn(Crew.Hugo));
        Assert.False(await Sees(nadia));

        await site.OpenToday();
        Assert.Equal((true, false), (await Sees(nadia), await Sees(hugo)));

        await site.Write<IncubatorDb>(db => db.Mandates.ToList().ForEach(m => m.WithdrawnAt = SiteUnderTest.Start));
        Assert.False(await Sees(nadia));

        static async Task<bool> Sees(Visitor person) => (await person.Open("/compte")).Page.QuerySelector($"nav.fr-nav a[href='{Addresses.Home}']") is not null;
    }

    [Fact]
    public async Task Who_ordered_does_not_certify_and_who_certified_does_not_pay()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "1000");
        var order = camille.Address;
        Assert.DoesNotContain("Constater", camille.Text, StringComparison.Ordinal);

        await camille.Open(order + "/service-fait");
        await camille.Press("Signer le procès-verbal", ("Label", "N"), ("Deliverables", "N"), ("DeliveredOn", "2026-11-23"), ("Amount", "10"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        var ismael = await site.SignIn(Crew.Charge);
        await ismael.Open(order + "/service-fait");
        await ismael.Press("Signer le procès-verbal", ("Label", "N"), ("Deliverables", "N"), ("DeliveredOn", "2026-11-23"), ("Amount", "10"));
        Assert.Equal(HttpStatusCode.OK, ismael.Status);
        await ismael.Open(order + "/payer");
        await ismael.Press("Enregistrer le paiement", ("Invoice", "F"), ("PaidOn", "2026-11-23"), ("Amount", "10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, ismael.Status);
        Assert.Equal(0, site.ReadIncubator(db => db.Entries.Count(e => e.Kind == EntryKind.Payment)));
    }

    [Fact]
    public async Task An_order_beyond_what_is_left_is_refused_with_what_is_left_and_what_was_typed()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "99999,99");

        await camille.PlaceOrder("C-2", "0,02");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        Assert.Contains("Il reste 0,01", camille.Mistakes.Single(), StringComparison.Ordinal);
        Assert.Equal("C-2", camille.Page.QuerySelector("input[name=Number]")!.GetAttribute("value"));
        Assert.Equal(1, site.ReadIncubator(db => db.Orders.Count()));
        await camille.PlaceOrder("C-1", "0,01");
        Assert.Contains("déjà ce numéro", camille.Mistakes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegator_reads_and_blocks_nothing_and_a_stranger_sees_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var order = (await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "1000")).Address;

        var paul = await site.SignIn(Crew.RegionAdmin);
        Assert.Equal(HttpStatusCode.OK, (await paul.Open(order)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(Today.Url + "/commander")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await paul.Open(order + "/payer")).Status);
        var hugo = await site.SignIn(Crew.Hugo);
        foreach (var address in new[] { Today.Url, order, Today.Url + "/comptes", Today.Url + "/comites", Today.Url + "/registre", Today.Url + "/previsions", Today.Url + "/personnes" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await hugo.Open(address)).Status);
        }

        Assert.DoesNotContain("Convention exemple", (await hugo.Open("/incubateur")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_entry_is_undone_with_its_reason_and_stays_in_the_journal()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "1000");

        await camille.Follow("Annuler l’écriture 2");
        await camille.Press("Annuler l’écriture");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);
        await camille.Press("Annuler l’écriture", ("Reason", "Commande abandonnée"));

        var entries = site.ReadIncubator(db => db.Entries.OrderBy(e => e.Number).ToList());
        Assert.Equal([100_000m, 1000m, -1000m], entries.Select(e => e.Ae.Amount));
        Assert.Equal(entries[1].Id, entries[2].ReversesId);
        Assert.Equal("Commande abandonnée", site.ReadIncubator(db => db.Journal.OrderBy(l => l.Number).Last().Reason));
    }

    [Fact]
    public async Task An_avenant_gives_more_and_its_copies_are_in_the_register()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "100000");
        await camille.Open(Today.Url + "/avenant");
        await camille.Press("Écrire l’avenant", ("SignedOn", "2026-11-20"), ("Reason", "Plus d’usagers"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, camille.Status);

        await camille.Press("Écrire l’avenant", ("DeltaAe", "20000"), ("DeltaCp", "20000"), ("SignedOn", "2026-11-20"), ("Reason", "Plus d’usagers"));
        await camille.PlaceOrder("C-2", "20000");

        Assert.Equal("Commande C-2", camille.Heading);
        Assert.Equal(2, site.ReadIncubator(db => db.Tasks.Count(t => t.About == "Avenant 1" && t.DoneOn == null)));
        await camille.Open(Today.Url + "/avenant");
        await camille.Press("Écrire l’avenant", ("DeltaAe", "-0,01"), ("SignedOn", "2026-11-23"), ("Reason", "Trop tard"));
        Assert.Contains("déjà engagé", camille.Mistakes.Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Neither_an_order_nor_a_payment_is_dated_after_today()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.OpenToday();
        var camille = await (await site.SignIn(Crew.Superadmin)).PlaceOrder("C-1", "1000", "2026-11-24");
        Assert.Equal((HttpStatusCode.UnprocessableEntity, 1), (camille.Status, camille.Mistakes.Count));
        var order = (await camille.PlaceOrder("C-1", "1000")).Address;
        var certifies = await site.SignIn(Crew.Admin);
        await certifies.Open(order + "/service-fait");
        await certifies.Press("Signer le procès-verbal", ("Label", "N"), ("Deliverables", "N"), ("DeliveredOn", "2026-11-23"), ("Amount", "1000"));

        var pays = await site.SignIn(Crew.Charge);
        await pays.Open(order + "/payer");
        await pays.Press("Enregistrer le paiement", ("Invoice", "F-1"), ("PaidOn", "2026-11-24"), ("Amount", "10"));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, pays.Status);
        Assert.Equal(0, site.ReadIncubator(db => db.Entries.Count(e => e.Kind == EntryKind.Payment)));
    }
}
