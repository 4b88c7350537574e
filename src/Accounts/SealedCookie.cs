using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Beffroi.Accounts;

/// <summary>What a browser keeps for us between two steps of a sign-in, encrypted and for a time: the server keeps nothing of who began and left.</summary>
sealed class SealedCookie<T>(string name, TimeSpan lifetime) where T : class
{
    // A token of a provider and a name may be more than the 4,096 bytes that a browser takes in one cookie.
    static readonly ChunkingCookieManager Jar = new() { ThrowForPartialCookies = false };

    public void Write(HttpContext context, T value)
    {
        var until = Clock(context).GetUtcNow() + lifetime;
        var text = Protector(context).Protect(JsonSerializer.Serialize(new Kept(value, until)));
        Jar.AppendResponseCookie(context, Name(context), text, Options(context));
    }

    /// <summary>Null when there is none, when its time is over, or when it is not ours.</summary>
    public T? Read(HttpContext context)
    {
        if (Jar.GetRequestCookie(context, Name(context)) is not { Length: > 0 } text)
        {
            return null;
        }

        try
        {
            var kept = JsonSerializer.Deserialize<Kept>(Protector(context).Unprotect(text));
            return kept is not null && Clock(context).GetUtcNow() < kept.Until ? kept.Value : null;
        }
        catch (Exception problem) when (problem is CryptographicException or JsonException)
        {
            return null;
        }
    }

    /// <summary>Reads it for the last time.</summary>
    public T? Take(HttpContext context)
    {
        var value = Read(context);
        Jar.DeleteCookie(context, Name(context), Options(context));
        return value;
    }

    // Lax: the browser comes back from a provider by a link, with its cookies.
    static CookieOptions Options(HttpContext context) => new()
    {
        HttpOnly = true,
        Secure = !IsDevelopment(context) || context.Request.IsHttps,
        SameSite = SameSiteMode.Lax,
        Path = "/",
    };

    string Name(HttpContext context) => (IsDevelopment(context) ? "beffroi-" : "__Host-beffroi-") + name;

    IDataProtector Protector(HttpContext context) => context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("Beffroi.Accounts.Cookie", name);

    static TimeProvider Clock(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>();

    static bool IsDevelopment(HttpContext context) => context.RequestServices.GetRequiredService<IHostEnvironment>().IsDevelopment();

    sealed record Kept(T Value, DateTimeOffset Until);
}
