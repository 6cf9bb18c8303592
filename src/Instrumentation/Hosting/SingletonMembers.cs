using System.Runtime.CompilerServices;
using Instrumentation.Metrics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Instrumentation.Hosting;

/// <summary>
/// Finds the container's singletons whose members are metrics and has them read at scrapes, until it is disposed. Only those are asked for that may be such: asking makes
/// the ones that nothing has needed yet.
/// </summary>
/// <remarks>
/// Not found are open generic services, which exist only as the types that somebody asks for; services under <see cref="KeyedService.AnyKey"/>, for the same reason; and what a
/// factory makes under a service type that says nothing of it. Such objects are added by hand, with <see cref="InstanceMetrics.Add"/>.
/// </remarks>
internal sealed class SingletonMembers(IServiceCollection services) : IDisposable
{
    private readonly Lock _gate = new();
    private readonly List<IDisposable> _added = [];
    private IServiceCollection? _services = services;
    private bool _isDisposed;

    /// <summary>Adds the singletons. The first call does it.</summary>
    internal void Add(IServiceProvider provider)
    {
        if (Interlocked.Exchange(ref _services, null) is not { } services)
        {
            return;
        }

        foreach (var descriptor in services)
        {
            if (descriptor.Lifetime == ServiceLifetime.Singleton && !descriptor.ServiceType.IsGenericTypeDefinition && MayHaveMetrics(descriptor))
            {
                Add(provider, services, descriptor);
            }
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _isDisposed = true;
            _added.ForEach(static added => added.Dispose());
            _added.Clear();
        }
    }

    private static bool MayHaveMetrics(ServiceDescriptor descriptor)
    {
        var (type, instance, factory) = descriptor.IsKeyedService
            ? (descriptor.KeyedImplementationType, descriptor.KeyedImplementationInstance, (Delegate?)descriptor.KeyedImplementationFactory)
            : (descriptor.ImplementationType, descriptor.ImplementationInstance, descriptor.ImplementationFactory);
        return instance is not null ? InstanceMetrics.AreDeclaredFor(instance.GetType())
            : type is not null ? InstanceMetrics.AreDeclaredFor(type)
            : factory is not null && InstanceMetrics.MayBeDeclaredFor(Made(factory, descriptor.ServiceType));
    }

    /// <summary>What a factory says that it makes: its delegate may be of a narrower type than the descriptor's.</summary>
    private static Type Made(Delegate factory, Type serviceType) =>
        factory.GetType().GenericTypeArguments is [.., var made] && serviceType.IsAssignableFrom(made) && made != typeof(object) ? made : serviceType;

    private void Add(IServiceProvider provider, IServiceCollection services, ServiceDescriptor descriptor)
    {
        try
        {
            foreach (var instance in Resolve(provider, services, descriptor))
            {
                if (instance is not null && InstanceMetrics.AreDeclaredFor(instance.GetType()))
                {
                    Keep(InstanceMetrics.Add(instance));
                }
            }
        }
        catch (Exception exception)
        {
            // The application has not asked for it, so it must not fail by it; whoever does ask gets the exception.
            var registry = InstrumentRegistry.Default;
            registry.Self.CollectorFailed(descriptor.ServiceType.Name);
            registry.Notices.Add($"The singleton {descriptor.ServiceType} could not be had, so its metrics are missing. {exception}");
        }
    }

    private static IEnumerable<object?> Resolve(IServiceProvider provider, IServiceCollection services, ServiceDescriptor descriptor)
    {
        var type = descriptor.ServiceType;
        if (descriptor.IsKeyedService)
        {
            return descriptor.KeyedImplementationInstance is { } keyed ? [keyed]
                : Equals(descriptor.ServiceKey, KeyedService.AnyKey) ? []
                : IsLast(services, descriptor) ? [provider.GetRequiredKeyedService(type, descriptor.ServiceKey)]
                : MayAskForAll(services, descriptor) && RuntimeFeature.IsDynamicCodeSupported ? provider.GetKeyedServices(type, descriptor.ServiceKey)
                : throw NotReached();
        }

        return descriptor.ImplementationInstance is { } instance ? [instance]
            : type == typeof(IHostedService) ? provider.GetServices<IHostedService>()
            : IsLast(services, descriptor) ? [provider.GetService(type)]
            : MayAskForAll(services, descriptor) && RuntimeFeature.IsDynamicCodeSupported ? provider.GetServices(type)
            : throw NotReached();
    }

    /// <summary>Whether the container gives this one when asked for a single service. If not, all of the type have to be asked for.</summary>
    private static bool IsLast(IServiceCollection services, ServiceDescriptor descriptor) =>
        services.Last(other => IsSame(other, descriptor)) == descriptor;

    /// <summary>Whether asking for all makes singletons only: a scoped service must not be made outside a scope, and a transient one would be made for nothing.</summary>
    private static bool MayAskForAll(IServiceCollection services, ServiceDescriptor descriptor) =>
        services.Where(other => IsSame(other, descriptor)).All(static other => other.Lifetime == ServiceLifetime.Singleton);

    private static bool IsSame(ServiceDescriptor one, ServiceDescriptor other) =>
        one.ServiceType == other.ServiceType && Equals(one.ServiceKey, other.ServiceKey);

    private static InvalidOperationException NotReached() =>
        new("A later registration of the same service hides it. Register it under a type or key of its own, or add it by InstanceMetrics.Add.");

    private void Keep(IDisposable added)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _added.Add(added);
                return;
            }
        }

        added.Dispose();
    }
}
