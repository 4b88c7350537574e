using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

public sealed class LedgerTests
{
    [Fact]
    public void Golden_case_of_Eva()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);

        Assert.Null(Commit(ledger, 369_999.99m).Refusal);
        Assert.Contains(Money.Cent.ToString(), Commit(ledger, 0.02m).Refusal, StringComparison.Ordinal);
        Assert.Null(Commit(ledger, 0.01m).Refusal);
        Assert.Equal(Money.Zero, Balance.Of(ledger.Entries).AvailableAe);
    }

    [Fact]
    public void Golden_case_of_Disinfo()
    {
        var disinfo = Sample.Disinfo();
        var ledger = Sample.Opened(disinfo);
        Commit(ledger, 100_000);
        var sixty = Commit(ledger, 60_000).Entry!;

        Assert.NotNull(Commit(ledger, 0.01m).Refusal);
        Assert.Null(ledger.Allocate(Money.Of(20_000), Money.Of(20_000), 2020, new(2020, 7, 1), "Avenant 1", "1", Sample.By(Sample.Orderer)).Refusal);
        Assert.Equal(Money.Of(20_000), Balance.Of(ledger.Entries).AvailableAe);
        Assert.Null(ledger.Reverse(sixty.Id, new(2020, 7, 2), "Commande annulée", Sample.By(Sample.Orderer)).Refusal);
        Assert.Equal(Money.Of(80_000), Balance.Of(ledger.Entries).AvailableAe);
    }

    [Fact]
    public void An_entry_is_reversed_once_by_exactly_its_amount()
    {
        var ledger = Sample.Opened(Sample.Eva());
        var entry = Commit(ledger, 1234.56m).Entry!;

        var reversal = ledger.Reverse(entry.Id, new(2020, 6, 3), "Erreur", Sample.By(Sample.Orderer)).Entry!;

        Assert.Equal(-entry.Ae, reversal.Ae);
        Assert.NotNull(ledger.Reverse(entry.Id, new(2020, 6, 3), "Encore", Sample.By(Sample.Orderer)).Refusal);
        Assert.NotNull(ledger.Reverse(reversal.Id, new(2020, 6, 3), "Encore", Sample.By(Sample.Orderer)).Refusal);
        Assert.NotNull(ledger.Reverse(ledger.Entries[0].Id, new(2020, 6, 3), "Crédits", Sample.By(Sample.Orderer)).Refusal);
    }

    [Fact]
    public void Nobody_orders_certifies_and_pays()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 1000);
        ledger.Commit(order, Sample.By(Sample.Orderer));

        Assert.NotNull(Certify(ledger, order, 1000, Sample.Orderer).Refusal);
        Assert.Null(Certify(ledger, order, 1000, Sample.Certifier).Refusal);
        Assert.NotNull(Pay(ledger, order, 1000, Sample.Orderer).Refusal);
        Assert.NotNull(Pay(ledger, order, 1000, Sample.Certifier).Refusal);
        Assert.Null(Pay(ledger, order, 1000, Sample.Payer).Refusal);
    }

    /// <summary>In parts too: who paid the first part does not certify the second.</summary>
    [Fact]
    public void Whoever_paid_a_part_of_an_order_certifies_no_other_part()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 1000);
        ledger.Commit(order, Sample.By(Sample.Orderer));
        Certify(ledger, order, 400, Sample.Certifier);
        Assert.Null(Pay(ledger, order, 400, Sample.Payer).Refusal);

        Assert.NotNull(Certify(ledger, order, 600, Sample.Payer).Refusal);
        Assert.Null(Certify(ledger, order, 600, Sample.Certifier).Refusal);
    }

    [Fact]
    public void A_stop_lets_nothing_new_in_and_what_was_ordered_is_delivered_and_paid()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 1000);
        ledger.Commit(order, Sample.By(Sample.Orderer));
        eva.StoppedOn = new(2020, 6, 2);

        Assert.NotNull(ledger.Commit(Sample.OrderOf(eva, 1, new(2020, 6, 3)), Sample.By(Sample.Orderer)).Refusal);
        Assert.Null(ledger.Certify(order, Money.Of(1000), new(2020, 7, 15), "Livré", Sample.By(Sample.Certifier)).Refusal);
        Assert.Null(ledger.Pay(order, Money.Of(1000), new(2020, 8, 1), "F-1", Sample.By(Sample.Payer)).Refusal);
    }

    [Fact]
    public void No_payment_goes_beyond_the_service_nor_a_service_beyond_the_order()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 1000);
        ledger.Commit(order, Sample.By(Sample.Orderer));

        Assert.NotNull(Pay(ledger, order, 0.01m, Sample.Payer).Refusal);
        Assert.Contains(Money.Of(1000).ToString(), Certify(ledger, order, 1000.01m, Sample.Certifier).Refusal, StringComparison.Ordinal);
        Certify(ledger, order, 400, Sample.Certifier);
        Assert.Contains(Money.Of(400).ToString(), Pay(ledger, order, 400.01m, Sample.Payer).Refusal, StringComparison.Ordinal);
        Assert.Null(Pay(ledger, order, 400, Sample.Payer).Refusal);
    }

    [Fact]
    public void What_another_entry_rests_on_is_not_reversed_before_it()
    {
        var eva = Sample.Eva();
        var ledger = Sample.Opened(eva);
        var order = Sample.OrderOf(eva, 1000);
        var committed = ledger.Commit(order, Sample.By(Sample.Orderer)).Entry!;
        var certified = Certify(ledger, order, 400, Sample.Certifier).Entry!;
        var paid = Pay(ledger, order, 400, Sample.Payer).Entry!;

        Assert.NotNull(Undo(ledger, committed).Refusal);
        Assert.NotNull(Undo(ledger, certified).Refusal);
        Assert.Null(Undo(ledger, paid).Refusal);
        Assert.Null(Undo(ledger, certified).Refusal);
        Assert.Null(Undo(ledger, committed).Refusal);
        Assert.Equal(Money.Of(370_000), Balance.Of(ledger.Entries).AvailableAe);
    }

    [Fact]
    public void A_withdrawal_never_goes_below_what_is_engaged()
    {
        var ledger = Sample.Opened(Sample.Disinfo());
        Commit(ledger, 100_000);

        var refused = ledger.Allocate(Money.Of(-60_000.01m), Money.Zero, 2020, new(2020, 7, 1), "Avenant 1", "1", Sample.By(Sample.Orderer));

        Assert.Contains(Money.Of(60_000).ToString(), refused.Refusal, StringComparison.Ordinal);
        Assert.Null(ledger.Allocate(Money.Of(-60_000), Money.Zero, 2020, new(2020, 7, 1), "Avenant 1", "1", Sample.By(Sample.Orderer)).Refusal);
    }

    [Fact]
    public void Each_line_carries_the_codes_of_the_convention()
    {
        var ledger = Sample.Opened(Sample.Disinfo());
        Commit(ledger, 10);

        Assert.All(ledger.Entries, e => Assert.Equal(("0105-06-08", null), (e.Imputation.FunctionalDomain, e.Imputation.MinisterialAxis)));
    }

    [Fact]
    public void Nothing_is_dated_in_a_month_whose_account_was_sent()
    {
        var eva = Sample.Eva();
        var ledger = new Ledger(eva, Sample.Opened(eva).Entries, new(2020, 6, 30));

        Assert.Contains("30 juin 2020", ledger.Commit(Sample.OrderOf(eva, 10), Sample.By(Sample.Orderer)).Refusal, StringComparison.Ordinal);
        Assert.Null(ledger.Commit(Sample.OrderOf(eva, 10, new(2020, 7, 1)), Sample.By(Sample.Orderer)).Refusal);
    }

    [Fact]
    public void An_order_outside_the_convention_or_the_contract_is_refused_by_field()
    {
        var eva = Sample.Eva();
        var disinfo = Sample.Disinfo();

        Assert.Contains("PlacedOn", Mistakes(eva, Sample.OrderOf(eva, 10, new(2020, 11, 16))));
        Assert.Contains("To", Mistakes(eva, Copy(Sample.OrderOf(eva, 10), to: new(2020, 11, 16))));
        Assert.Contains("ContractEnd", Mistakes(eva, Copy(Sample.OrderOf(eva, 10), contractEnd: new(2020, 9, 29))));
        Assert.Contains("Prestation", Mistakes(disinfo, Copy(Sample.OrderOf(disinfo, 10), prestation: Prestation.PsychologieSociale)));
        Assert.Contains("ExpertId", Mistakes(disinfo, Sample.OrderOf(disinfo, 10)));
        Assert.Empty(Mistakes(eva, Sample.OrderOf(eva, 10)));
    }

    [Fact]
    public void A_declaration_later_than_the_order_does_not_count()
    {
        var disinfo = Sample.Disinfo();
        var expert = new Expert { Id = Guid.NewGuid(), ConventionId = disinfo.Id, Name = "Ada", Employer = "Exemple SAS", From = new(2020, 6, 1), DeclaredOn = new(2020, 6, 3), By = Sample.Orderer };
        Assert.Contains("ExpertId", Mistakes(disinfo, Sample.OrderOf(disinfo, 10), expert));

        expert.DeclaredOn = new(2020, 6, 2);
        Assert.Empty(Mistakes(disinfo, Sample.OrderOf(disinfo, 10), expert));
    }

    static IEnumerable<string> Mistakes(Convention convention, Order order, Expert? expert = null)
    {
        var errors = new Errors();
        order.Check(convention, expert, errors);
        return errors.All.Select(e => e.Field);
    }

    static Order Copy(Order o, DateOnly? to = null, DateOnly? contractEnd = null, Prestation? prestation = null) => new()
    {
        Id = o.Id, ConventionId = o.ConventionId, Number = o.Number, Supplier = o.Supplier, Contract = o.Contract, ContractEnd = contractEnd ?? o.ContractEnd, Prestation = prestation ?? o.Prestation, Label = o.Label,
        ExclTax = o.ExclTax, InclTax = o.InclTax, PlacedOn = o.PlacedOn, From = o.From, To = to ?? o.To, ExpertId = o.ExpertId, PlacedBy = o.PlacedBy, At = o.At,
    };

    static Written Commit(Ledger ledger, decimal amount) => ledger.Commit(Sample.OrderOf(ledger.Convention, amount), Sample.By(Sample.Orderer));

    static Written Certify(Ledger ledger, Order order, decimal amount, Guid by) => ledger.Certify(order, Money.Of(amount), new(2020, 6, 30), "Juin", Sample.By(by));

    static Written Pay(Ledger ledger, Order order, decimal amount, Guid by) => ledger.Pay(order, Money.Of(amount), new(2020, 7, 15), "F-1", Sample.By(by));

    static Written Undo(Ledger ledger, LedgerEntry entry) => ledger.Reverse(entry.Id, new(2020, 7, 20), "Erreur", Sample.By(Sample.Orderer));
}
