using System.Globalization;
using Beffroi.Kit;

namespace Beffroi.Accounts.Tests.StructureUse;

/// <summary>The borders of eva.md section 4, counted by hand on a calendar.</summary>
public sealed class ActivityCategoryTests
{
    [Theory]
    [InlineData(0, 0, null, ActivityCategory.NoCampaign)]
    [InlineData(1, 0, null, ActivityCategory.NoEvaluation)]
    [InlineData(1, 1, "2026-11-23T10:00:00Z", ActivityCategory.NotActivated)]
    [InlineData(5, 3, "2026-11-23T10:00:00Z", ActivityCategory.NotActivated)]
    [InlineData(1, 3, "2020-01-01T00:00:00Z", ActivityCategory.NotActivated)]
    [InlineData(1, 4, "2026-11-23T10:00:00Z", ActivityCategory.Active)]
    [InlineData(1, 4, "2026-09-23T10:00:01Z", ActivityCategory.Active)]
    [InlineData(1, 4, "2026-09-23T10:00:00Z", ActivityCategory.Inactive)]
    [InlineData(1, 4, "2026-05-23T10:00:00Z", ActivityCategory.Inactive)]
    [InlineData(1, 4, "2026-05-23T09:59:59Z", ActivityCategory.Dropped)]
    public void A_category_follows_counts_and_the_last_evaluation(int campaigns, int evaluations, string? last, ActivityCategory expected)
    {
        var activity = new Activity { Campaigns = campaigns, Evaluations = evaluations, LastEvaluation = last is null ? null : DateTimeOffset.Parse(last, CultureInfo.InvariantCulture) };

        Assert.Equal(expected, ActivityCategories.Of(activity, new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero)));
    }
}
