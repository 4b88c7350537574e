using Beffroi.Incubator.Compliance;
using Beffroi.Site.Board;

namespace Beffroi.Site.Tests;

/// <summary>The thirty criteria: whole, in order, and proven by tests that exist.</summary>
public sealed class CriteriaTests
{
    /// <summary>A result that an operator adds from an audit made elsewhere.</summary>
    const string Added = "Dependencies.Audit";

    [Fact]
    public void There_are_thirty_each_with_what_it_asks_who_asks_and_how_to_mend_it()
    {
        Assert.Equal(Enumerable.Range(1, 30), Criteria.All.Select(c => c.Number));
        Assert.All(Criteria.All, c => Assert.All([c.Asks, c.Source, c.Mend], text => Assert.False(string.IsNullOrWhiteSpace(text), c.Key)));
        Assert.Equal(30, Criteria.All.DistinctBy(c => c.Asks).Count());
        Assert.Equal("C17", Criteria.Of(17).Key);
    }

    [Fact]
    public void Each_test_that_proves_a_criterion_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText).ToList();
        foreach (var name in Criteria.All.SelectMany(c => c.Tests).Where(t => t != Added))
        {
            var parts = name.Split('.');
            Assert.True(sources.Exists(s => s.Contains($"class {parts[0]}", StringComparison.Ordinal) && (parts.Length == 1 || s.Contains($" {parts[1]}(", StringComparison.Ordinal))), name);
        }
    }

    [Theory]
    [InlineData(null, "http://127.0.0.1:5080/", "http://127.0.0.1:5080")]
    [InlineData(null, "http://127.0.0.1:8080/", "https://[::]:8443", "http://[::]:8080")]
    [InlineData(null, "http://127.0.0.1:80/", "http://+:80")]
    [InlineData(null, "http://127.0.0.1:80/", "http://*:80")]
    [InlineData(null, "http://127.0.0.1:5000/", "http://0.0.0.0:5000")]
    [InlineData("http://interne.example:1234", "http://interne.example:1234/", "http://+:80")]
    public void The_site_finds_its_own_door(string? given, string door, params string[] listening) => Assert.Equal(new Uri(door), OwnAddress.Choose(given, listening));

    [Fact]
    public void A_server_that_listens_nowhere_says_what_to_set() =>
        Assert.Contains("Incubator:Board:Address", Assert.Throws<InvalidOperationException>(() => OwnAddress.Choose(null, [])).Message, StringComparison.Ordinal);

    [Fact]
    public void A_page_counts_for_its_own_service_and_a_common_page_for_all()
    {
        Assert.True(HostedService.Eva.Counts("/eva/seul"));
        Assert.False(HostedService.Chat.Counts("/eva"));
        Assert.True(HostedService.Encyclopedia.Counts("/en/encyclopedia/data"));
        Assert.False(HostedService.Eva.Counts("/evasion-of-none") && HostedService.Eva.Counts("/encyclopedie"));
        Assert.All(HostedServices.All, s => Assert.True(s.Counts("/mentions-legales") && s.Counts(s.Door())));
        Assert.All(HostedServices.All, s => Assert.Equal(s, HostedServices.Of(s.Key())));
        Assert.Null(HostedServices.Of("EVA"));
    }
}
