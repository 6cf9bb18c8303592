using System.Net;
using System.Net.Sockets;

namespace Instrumentation.Hosting.Server;

/// <summary>Opens the sockets that the options ask for.</summary>
internal static class Listener
{
    private const int Backlog = 128;

    /// <exception cref="InvalidOperationException">The address cannot be listened at; the message names the keys.</exception>
    internal static IReadOnlyList<Socket> Open(MetricsServerOptions options)
    {
        var port = options.Port ?? 0;
        if (string.Equals(options.Address, "any", StringComparison.OrdinalIgnoreCase))
        {
            // One socket takes both protocols. Where IPv6 is switched off, IPv4 alone is every address there is.
            return [TryOpen(IPAddress.IPv6Any, port, options) ?? Open(IPAddress.Any, port)];
        }

        if (!string.Equals(options.Address, "loopback", StringComparison.OrdinalIgnoreCase))
        {
            return [Open(IPAddress.Parse(options.Address), port)];
        }

        var first = Open(IPAddress.Loopback, port);
        try
        {
            // "localhost" may be resolved to either, so both are answered on the same port.
            var second = TryOpen(IPAddress.IPv6Loopback, ((IPEndPoint)first.LocalEndPoint!).Port, options);
            return second is null ? [first] : [first, second];
        }
        catch
        {
            first.Dispose();
            throw;
        }
    }

    private static Socket? TryOpen(IPAddress address, int port, MetricsServerOptions options)
    {
        if (!Socket.OSSupportsIPv6)
        {
            return null;
        }

        try
        {
            return Bind(address, port);
        }
        catch (SocketException exception) when (exception.SocketErrorCode
            is SocketError.AddressNotAvailable or SocketError.AddressFamilyNotSupported or SocketError.ProtocolNotSupported)
        {
            return null;
        }
        catch (SocketException) when (options.Port is 0 or null && address.Equals(IPAddress.IPv6Loopback))
        {
            return null; // Any free port was asked for; somebody else has the same number on ::1.
        }
        catch (SocketException exception)
        {
            throw Refusal(address, port, exception);
        }
    }

    private static Socket Open(IPAddress address, int port)
    {
        try
        {
            return Bind(address, port);
        }
        catch (SocketException exception)
        {
            throw Refusal(address, port, exception);
        }
    }

    private static Socket Bind(IPAddress address, int port)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            if (address.Equals(IPAddress.IPv6Any))
            {
                socket.DualMode = true;
            }

            socket.Bind(new IPEndPoint(address, port));
            socket.Listen(Backlog);
            return socket;
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static InvalidOperationException Refusal(IPAddress address, int port, SocketException exception)
    {
        var (why, key) = exception.SocketErrorCode switch
        {
            SocketError.AddressAlreadyInUse => ("the port is in use", "Instrumentation:MetricsServer:Port (or PROMETHEUS_PORT)"),
            SocketError.AccessDenied => ("the process may not use that port", "Instrumentation:MetricsServer:Port (or PROMETHEUS_PORT)"),
            SocketError.AddressNotAvailable => ("this machine has no such address", "Instrumentation:MetricsServer:Address"),
            _ => (exception.Message, "Instrumentation:MetricsServer:Address and Instrumentation:MetricsServer:Port (or PROMETHEUS_PORT)"),
        };
        return new InvalidOperationException($"The metrics server cannot listen at {new IPEndPoint(address, port)}: {why}. Change {key}.", exception);
    }
}
