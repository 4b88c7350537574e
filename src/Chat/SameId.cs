using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Chat;

/// <summary>The same identifier for the same name, whoever makes it: what is made twice is made once.</summary>
static class SameId
{
    /// <summary>Version 8 of RFC 9562 (2024), 5.8.</summary>
    public static Guid Of(string name)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new(bytes, bigEndian: true);
    }
}
