using Beffroi.Incubator.Accounting;
using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

/// <summary>The date cases of the specification (4.4), one by one.</summary>
public sealed class ConventionDatesTests
{
    [Theory]
    // Signature, end, hard stop.
    [InlineData("2020-05-15", "2020-11-15", "2020-12-31")]
    [InlineData("2020-08-31", "2020-12-31", "2020-12-31")]
    [InlineData("2020-06-30", "2020-12-30", "2020-12-31")]
    public void Eva_ends_six_months_after_signature_and_never_after_its_hard_stop(string signed, string end, string stop)
    {
        var dates = Sample.Eva(Day(signed)).Dates!;

        Assert.Equal((Day(end), Day(stop)), (dates.End, dates.HardStop));
    }

    [Fact]
    public void Eva_may_still_pay_between_its_end_and_its_hard_stop()
    {
        var eva = Sample.Eva();

        Assert.NotNull(eva.NoCommitment(new(2020, 11, 16)));
        Assert.Null(eva.NoCommitment(new(2020, 11, 15)));
        Assert.Null(eva.NoPayment(new(2020, 12, 31)));
        Assert.NotNull(eva.NoPayment(new(2021, 1, 1)));
    }

    [Fact]
    public void Disinfo_ends_with_the_year_and_wants_its_intrapreneur_three_months_after_signature()
    {
        var dates = Sample.Disinfo().Dates!;

        Assert.Equal(new(2020, 12, 31), dates.End);
        Assert.Equal(new(2020, 6, 10), dates.IntrapreneurDue);
    }

    [Fact]
    public void A_month_without_that_day_gives_its_last_one()
    {
        var disinfo = ConventionDates.Of(Sample.DisinfoClauses, new(2020, 11, 30), null, null, [], null);

        Assert.Equal(new(2021, 2, 28), disinfo.IntrapreneurDue);
    }

    [Fact]
    public void Notice_ends_the_convention_three_months_later()
    {
        var eva = Sample.Eva();
        eva.NoticeReceivedOn = new(2020, 6, 1);

        Assert.Equal(new(2020, 9, 1), eva.Dates!.Terminated);
        Assert.Null(eva.NoCommitment(new(2020, 9, 1)));
        Assert.Contains("résiliée", eva.NoCommitment(new(2020, 9, 2)), StringComparison.Ordinal);
    }

    [Fact]
    public void Committees_are_due_two_and_six_months_after_the_last_one()
    {
        Assert.Equal(new(2020, 8, 30), CommitteeDates.NextDue(new(2020, 6, 30), 2));
        Assert.Equal(new(2020, 9, 26), CommitteeDates.NextDue(new(2020, 3, 26), 6));
        Assert.Equal((new DateOnly(2020, 10, 1), new DateOnly(2020, 10, 16)), CommitteeDates.Convocation(new(2020, 11, 15)));
        Assert.Equal(new(2020, 9, 19), CommitteeDates.DossierLock(new(2020, 9, 26)));
    }

    [Fact]
    public void Money_that_waits_for_publication_is_not_engaged_before_both_dates()
    {
        var waiting = Sample.Disinfo();
        waiting.PublishedOn = null;
        var published = Sample.Disinfo(new(2020, 4, 1));

        Assert.Contains("publication", waiting.NoCommitment(new(2020, 6, 1)), StringComparison.Ordinal);
        Assert.NotNull(published.NoCommitment(new(2020, 3, 31)));
        Assert.Null(published.NoCommitment(new(2020, 4, 1)));
        Assert.Equal(new(2020, 3, 10), Sample.Disinfo(new(2020, 2, 1)).Dates!.From);
    }

    [Fact]
    public void Only_an_avenant_moves_the_end_and_it_moves_the_hard_stop_too()
    {
        var disinfo = Sample.Disinfo();
        disinfo.Avenants.Add(Avenant(1, new(2021, 3, 31), null));
        Assert.Equal(new(2020, 12, 31), disinfo.Dates!.End);

        disinfo.Avenants.Add(Avenant(2, new(2021, 6, 30), new(2021, 12, 31)));
        Assert.Equal((new DateOnly(2021, 6, 30), new DateOnly(2021, 12, 31)), (disinfo.Dates!.End, disinfo.Dates.HardStop));
    }

    /// <summary>Written in February for a convention that ended in December: January stays closed.</summary>
    [Fact]
    public void An_avenant_changes_nothing_before_its_signature()
    {
        var disinfo = Sample.Disinfo();
        disinfo.Avenants.Add(new()
        {
            Id = Guid.NewGuid(), ConventionId = disinfo.Id, Number = 1, SignedOn = new(2021, 2, 1), DeltaAe = Money.Zero, DeltaCp = Money.Zero, Year = 2021, NewEnd = new(2021, 6, 30), NewHardStop = new(2021, 12, 31),
            Reason = "Prolongation", CommitteeId = null, By = Guid.Empty, At = default,
        });

        Assert.NotNull(disinfo.NoCommitment(new(2021, 1, 31)));
        Assert.NotNull(disinfo.NoPayment(new(2021, 1, 31)));
        Assert.Null(disinfo.NoCommitment(new(2021, 2, 1)));
        Assert.Null(disinfo.NoPayment(new(2021, 2, 1)));
        Assert.Null(disinfo.NoCommitment(new(2020, 12, 31)));
    }

    [Theory]
    [InlineData("2021-01-10", "15 décembre 2020")]
    [InlineData("2021-02-01", null)]
    [InlineData("2020-11-30", null)]
    [InlineData("2020-12-01", "facture")]
    [InlineData("2020-12-16", "commande")]
    public void The_end_of_the_year_is_told(string day, string? said)
    {
        var warning = YearEnd.Warning(Day(day));

        Assert.Equal(said is null, warning is null);
        Assert.Contains(said ?? "", warning ?? "", StringComparison.Ordinal);
    }

    [Fact]
    public void An_intrapreneur_below_sixty_per_cent_or_without_a_letter_is_refused()
    {
        var errors = new Errors();
        Mandate.Check(Sample.DisinfoClauses, Duty.Intrapreneur, 59, " ", hasFile: false, errors);
        var none = new Errors();
        Mandate.Check(Sample.DisinfoClauses, Duty.Intrapreneur, 60, "LM-2020-1", hasFile: true, none);

        Assert.Equal(["Share", "MissionLetter", "File"], errors.All.Select(e => e.Field));
        Assert.False(none.Any);
    }

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    static Avenant Avenant(int number, DateOnly end, DateOnly? stop) => new()
    {
        Id = Guid.NewGuid(), ConventionId = Guid.NewGuid(), Number = number, SignedOn = new(2020, 10, 1), DeltaAe = Money.Zero, DeltaCp = Money.Zero, Year = 2020, NewEnd = end, NewHardStop = stop, Reason = "Prolongation", CommitteeId = null, By = Guid.Empty, At = default,
    };
}
