using Beffroi.Bots.Engine;
using Beffroi.Bots.Keeping;
using Beffroi.Bots.Scoring;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddEngine(IServiceCollection services)
    {
        services.AddSingleton<LogBell>().AddScoped<PostLog>().AddScoped<ProfileLog>();
        services.AddSingleton(provider => new ScoringSettings { Prior = provider.GetRequiredService<IConfiguration>().GetValue("Bots:Prior", new ScoringSettings().Prior) }.Checked());
        services.AddSingleton<AccountScoring>().AddScoped<Folding>();
    }
}
