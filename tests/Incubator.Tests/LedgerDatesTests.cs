using Beffroi.Incubator.Accounting;

namespace Beffroi.Incubator.Tests;

/// <summary>What is dated in the past rests on what was there on that day, and takes nothing that was used since.</summary>
public sealed class LedgerDatesTests
{
    static readonly DateOnly Ordered = new(2020, 6, 2);

    [Fact]
    public void A_payment_is_not_dated_before_the_service_it_pays()
    {
        var (ledger, order) = WithOrder(1000);
        ledger.Certify(order, Money.Of(400), new(2020, 6, 30), "Juin", Sample.By(Sample.Certifier));
        ledger.Certify(order, Money.Of(600), new(2020, 7, 31), "Juillet", Sample.By(Sample.Certifier));

        Assert.Contains("29 juin 2020", Pay(ledger, order, 1, new(2020, 6, 29)).Refusal, StringComparison.Ordinal);
        Assert.Contains(Money.Of(400).ToString(), Pay(ledger, order, 400.01m, new(2020, 7, 30)).Refusal, StringComparison.Ordinal);
        Assert.Null(Pay(ledger, order, 400, new(2020, 6, 30)).Refusal);
        Assert.Null(Pay(ledger, order, 600, new(2020, 7, 31)).Refusal);
    }

    [Fact]
    public void A_payment_dated_in_the_past_takes_nothing_that_was_paid_since()
    {
        var (ledger, order) = WithOrder(1000);
        ledger.Certify(order, Money.Of(400), new(2020, 6, 30), "Juin", Sample.By(Sample.Certifier));
        Assert.Null(Pay(ledger, order, 300, new(2020, 8, 1)).Refusal);

        Assert.Contains(Money.Of(100).ToString(), Pay(ledger, order, 100.01m, new(2020, 7, 1)).Refusal, StringComparison.Ordinal);
        Assert.Null(Pay(ledger, order, 100, new(2020, 7, 1)).Refusal);
    }

    [Theory]
    [InlineData(2020, 6, 1, false)]
    [InlineData(2020, 6, 2, true)]
    [InlineData(2020, 6, 3, true)]
    public void A_reversal_is_not_dated_before_what_it_undoes(int year, int month, int day, bool accepted)
    {
        var (ledger, order) = WithOrder(1000);
        var engaged = ledger.Entries.Single(e => e.OrderId == order.Id);

        var refusal = ledger.Reverse(engaged.Id, new(year, month, day), "Erreur", Sample.By(Sample.Orderer)).Refusal;

        Assert.Equal(accepted, refusal is null);
        Assert.True(accepted || refusal!.Contains("2 juin 2020", StringComparison.Ordinal));
    }

    [Fact]
    public void A_service_that_a_later_payment_rests_on_is_not_undone_between_them()
    {
        var (ledger, order) = WithOrder(1000);
        var certified = ledger.Certify(order, Money.Of(400), new(2020, 6, 30), "Juin", Sample.By(Sample.Certifier)).Entry!;
        var paid = Pay(ledger, order, 400, new(2020, 8, 1)).Entry!;

        Assert.NotNull(ledger.Reverse(certified.Id, new(2020, 7, 1), "Erreur", Sample.By(Sample.Orderer)).Refusal);
        Assert.Null(ledger.Reverse(paid.Id, new(2020, 8, 5), "Erreur", Sample.By(Sample.Orderer)).Refusal);
        // The payment is undone, but on 1 July it was still to come.
        Assert.NotNull(ledger.Reverse(certified.Id, new(2020, 7, 1), "Erreur", Sample.By(Sample.Orderer)).Refusal);
        Assert.Null(ledger.Reverse(certified.Id, new(2020, 8, 5), "Erreur", Sample.By(Sample.Orderer)).Refusal);
    }

    [Fact]
    public void F10_the_money_of_an_avenant_is_there_from_its_signature_only()
    {
        var ledger = Sample.Opened(Sample.Disinfo());
        Assert.Null(ledger.Allocate(Money.Of(20_000), Money.Of(20_000), 2020, new(2020, 7, 1), "Avenant 1", "1", Sample.By(Sample.Orderer)).Refusal);

        Assert.Contains(Money.Of(160_000).ToString(), Commit(ledger, 170_000, new(2020, 6, 30)).Refusal, StringComparison.Ordinal);
        Assert.Null(Commit(ledger, 170_000, new(2020, 7, 1)).Refusal);
        Assert.Contains(Money.Of(10_000).ToString(), Commit(ledger, 10_000.01m, new(2020, 6, 30)).Refusal, StringComparison.Ordinal);
    }

    static (Ledger Ledger, Order Order) WithOrder(decimal amount)
    {
        var eva = Sample.Eva();
        var (ledger, order) = (Sample.Opened(eva), Sample.OrderOf(eva, amount, Ordered));
        Assert.Null(ledger.Commit(order, Sample.By(Sample.Orderer)).Refusal);
        return (ledger, order);
    }

    static Written Commit(Ledger ledger, decimal amount, DateOnly on) => ledger.Commit(Sample.OrderOf(ledger.Convention, amount, on), Sample.By(Sample.Orderer));

    static Written Pay(Ledger ledger, Order order, decimal amount, DateOnly on) => ledger.Pay(order, Money.Of(amount), on, "F-1", Sample.By(Sample.Payer));
}
