using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Incubator.Tests;

/// <summary>C9: the rate of an audit and the status that it gives, against the figures of the specification and a plain recount.</summary>
public sealed class AuditRateTests
{
    [Theory]
    [InlineData(53, 106, AccessibilityStatus.PartiallyCompliant, "50 %")]
    [InlineData(52, 105, AccessibilityStatus.NotCompliant, "49,52 %")]
    [InlineData(52, 106, AccessibilityStatus.NotCompliant, "49,05 %")]
    [InlineData(105, 106, AccessibilityStatus.PartiallyCompliant, "99,05 %")]
    [InlineData(106, 106, AccessibilityStatus.FullyCompliant, "100 %")]
    [InlineData(1, 1, AccessibilityStatus.FullyCompliant, "100 %")]
    [InlineData(1, 2, AccessibilityStatus.PartiallyCompliant, "50 %")]
    [InlineData(0, 106, AccessibilityStatus.NotCompliant, "0 %")]
    public void Half_is_partial_less_is_not_and_all_alone_is_total(int validated, int applicable, AccessibilityStatus status, string said)
    {
        var rate = AuditRate.Of(Rgaa.All.Select((criterion, at) => (1, criterion, at < validated ? CriterionResult.Compliant : at < applicable ? CriterionResult.NotCompliant : CriterionResult.NotApplicable)));

        Assert.Equal((validated, applicable, status), (rate.Validated, rate.Applicable, rate.Status));
        Assert.Equal(said.Replace(' ', '\u202F'), AuditRate.Said(rate.Share, Lang.French));
    }

    [Fact]
    public void Where_nothing_applies_nothing_is_compliant()
    {
        Assert.Equal((0, 0, 0d, AccessibilityStatus.NotCompliant), Figures(AuditRate.Of([])));
        Assert.Equal((0, 0, 0d, AccessibilityStatus.NotCompliant), Figures(AuditRate.Of([(1, "1.1", CriterionResult.NotApplicable)])));
    }

    [Fact]
    public void A_criterion_that_fails_on_one_page_fails_and_one_that_applies_on_one_page_counts()
    {
        var rate = AuditRate.Of([(1, "1.1", CriterionResult.Compliant), (2, "1.1", CriterionResult.NotCompliant), (1, "1.2", CriterionResult.NotApplicable), (2, "1.2", CriterionResult.Compliant), (1, "1.3", CriterionResult.NotApplicable), (2, "1.3", CriterionResult.NotApplicable)]);

        // The first page: 1 of 1; the second: 1 of 2.
        Assert.Equal((1, 2, 0.75, AccessibilityStatus.PartiallyCompliant), (rate.Validated, rate.Applicable, rate.MeanOfPages, rate.Status));
    }

    [Fact]
    public void The_rate_is_that_of_a_plain_recount_whatever_the_order() =>
        Gen.Select(Gen.Int[0, 2].Array[106 * 3], Gen.Int[1, 3], Gen.Int[0, 1000]).Sample((drawn, pages, seed) =>
        {
            var results = Enumerable.Range(1, pages).SelectMany(page => Rgaa.All.Select((criterion, at) => (page, criterion, (CriterionResult)drawn[((page - 1) * 106) + at]))).ToList();
            var (validated, applicable) = (0, 0);
            for (var at = 0; at < 106; at++)
            {
                var (applies, fails) = (false, false);
                for (var page = 0; page < pages; page++)
                {
                    applies |= drawn[(page * 106) + at] != 2;
                    fails |= drawn[(page * 106) + at] == 1;
                }

                applicable += applies ? 1 : 0;
                validated += applies && !fails ? 1 : 0;
            }

            var rate = AuditRate.Of(results.OrderBy(r => (r.criterion.GetHashCode(StringComparison.Ordinal) ^ seed, r.page)));
            Assert.Equal((validated, applicable), (rate.Validated, rate.Applicable));
            Assert.InRange(rate.MeanOfPages, rate.Share - 1e-9, 1);
            Assert.Equal(validated * 2 >= applicable && applicable > 0, rate.Status != AccessibilityStatus.NotCompliant);
        });

    [Fact]
    public void There_are_106_criteria_in_13_themes() =>
        Assert.Equal((106, 13, 106, "1.1", "13.12"), (Rgaa.All.Count, Rgaa.Themes.Count, Rgaa.All.Distinct().Count(), Rgaa.All[0], Rgaa.All[^1]));

    static (int, int, double, AccessibilityStatus) Figures(AuditRate rate) => (rate.Validated, rate.Applicable, rate.Share, rate.Status);
}
