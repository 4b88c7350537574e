using System.Net;
using System.Net.Sockets;
using Beffroi.Cli.World;

namespace Beffroi.Cli.Tests;

public sealed class ServeTests : IDisposable
{
    readonly Typed _typed = new();

    public void Dispose() => _typed.Dispose();

    static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_site_that_is_not_published_is_said_in_one_line()
    {
        var answer = await _typed.Run(["serve", "--site", _typed.Data, "--data", _typed.Data]);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains("Site.dll", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_busy_port_is_said_in_one_line_before_anything_is_written(bool ipv6)
    {
        Assert.SkipWhen(ipv6 && !Socket.OSSupportsIPv6, "This machine has no IPv6.");
        using var busy = new TcpListener(ipv6 ? IPAddress.IPv6Loopback : IPAddress.Loopback, 0);
        busy.Start();
        var port = ((IPEndPoint)busy.LocalEndpoint).Port.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var site = Path.GetDirectoryName(_typed.File("Site.dll", ""))!;
        var answer = await _typed.Run(["serve", "--port", port, "--site", site, "--data", _typed.Data]);
        Assert.Equal(1, answer.ExitCode);
        Assert.Contains($"le port {port} est déjà pris", Assert.Single(answer.ErrorLines), StringComparison.Ordinal);
        Assert.False(Directory.Exists(_typed.Data));
    }

    [Fact]
    public async Task The_published_site_is_served_with_the_demonstration_and_stops_when_asked()
    {
        using var served = Served.Start(_typed.Data);
        await served.Answers(Ct);
        Assert.Contains(People.Password, served.Said, StringComparison.Ordinal);
        Assert.All(People.All, person => Assert.Contains(person.Email, served.Said, StringComparison.Ordinal));
        Assert.Contains(Campaigns.Accueil.Code, served.Said, StringComparison.Ordinal);
        Assert.Contains("Oui, je veux jouer", await served.Page($"/eva/{Campaigns.Accueil.Code}", Ct), StringComparison.Ordinal);
        Assert.Equal(0, await served.Stop("TERM", Ct));
    }

    [Fact]
    public async Task An_interruption_stops_it_cleanly()
    {
        using var served = Served.Start(_typed.Data);
        await served.Answers(Ct);
        Assert.Equal(0, await served.Stop("INT", Ct));
    }

    [Fact]
    public async Task A_sudden_death_leaves_the_port_free_and_the_data_good()
    {
        using (var killed = Served.Start(_typed.Data))
        {
            await killed.Answers(Ct);
            await killed.Stop("KILL", Ct);
            using var again = Served.Start(_typed.Data, killed.Port);
            await again.Answers(Ct);
            Assert.Contains("Oui, je veux jouer", await again.Page($"/eva/{Campaigns.Accueil.Code}", Ct), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_second_one_on_the_same_port_is_refused()
    {
        using var first = Served.Start(_typed.Data);
        await first.Answers(Ct);
        using var second = Served.Start(_typed.Data, first.Port);
        Assert.Equal(1, await second.End(Ct));
    }
}
