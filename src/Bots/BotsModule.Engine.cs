using Beffroi.Bots.Keeping;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Bots;

public static partial class BotsModule
{
    static void AddEngine(IServiceCollection services) => services.AddScoped<PostLog>();
}
