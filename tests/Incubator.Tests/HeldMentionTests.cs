using Beffroi.Incubator.Accessibility;
using Beffroi.Kit;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Beffroi.Incubator.Tests;

/// <summary>The mention of the footer: from memory, read again each minute, on each node by itself.</summary>
public sealed class HeldMentionTests
{
    [Fact]
    public async Task It_is_read_once_a_minute_so_that_nodes_agree_within_one()
    {
        await using var site = await SiteUnderTest.Empty();
        var (one, other) = (Mention(site), Mention(site));
        Assert.Equal(AccessibilityStatus.NotCompliant, await one.Read(TestContext.Current.CancellationToken));
        await Publish(site);

        Assert.Equal(AccessibilityStatus.NotCompliant, await one.Read(TestContext.Current.CancellationToken));
        Assert.Equal(AccessibilityStatus.FullyCompliant, await other.Read(TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(AccessibilityStatus.NotCompliant, await one.Read(TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(AccessibilityStatus.FullyCompliant, await one.Read(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task While_the_database_is_away_it_stays_what_it_was()
    {
        var site = await SiteUnderTest.Empty();
        await Publish(site);
        var mention = Mention(site);
        Assert.Equal(AccessibilityStatus.FullyCompliant, await mention.Read(TestContext.Current.CancellationToken));
        site.Clock.Advance(TimeSpan.FromMinutes(5));
        await site.Database.DisposeAsync();

        Assert.Equal(AccessibilityStatus.FullyCompliant, await mention.Read(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Whoever_leaves_while_it_is_read_leaves_the_next_one_to_read_it()
    {
        await using var site = await SiteUnderTest.Empty();
        await Publish(site);
        var mention = Mention(site);

        Assert.Equal(AccessibilityStatus.NotCompliant, await mention.Read(new(canceled: true)));
        Assert.Equal(AccessibilityStatus.FullyCompliant, await mention.Read(TestContext.Current.CancellationToken));
    }

    static HeldMention Mention(SiteUnderTest site) => new(new Scopes(site), site.Clock, NullLogger<HeldMention>.Instance);

    static Task Publish(SiteUnderTest site) => site.Write<IncubatorDb>(db =>
    {
        var audit = Guid.NewGuid();
        db.Add(new AccessibilityAudit
        {
            Id = audit, Service = null, Organisation = "Atelier", On = new(2026, 11, 1), Version = Rgaa.Version, Technologies = "HTML", Environments = "Firefox", Tools = "axe", Derogations = null, By = Guid.Empty, At = SiteUnderTest.Start, PublishedAt = SiteUnderTest.Start,
            Pages = [new() { Id = Guid.NewGuid(), AuditId = audit, Number = 1, Title = "Accueil", Address = "/", Results = [new() { Id = Guid.NewGuid(), PageId = Guid.Empty, Criterion = "1.1", Result = CriterionResult.Compliant, Comment = null, IsDerogated = false }] }],
        });
    });

    sealed class Scopes(SiteUnderTest site) : IServiceScopeFactory
    {
        public IServiceScope CreateScope() => site.Scope();
    }
}
